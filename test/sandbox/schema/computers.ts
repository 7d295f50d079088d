/** Computers, and what may be done with them. */
export const computers = `
type ActiveSessionsOfComputer {
  """number of all session to this computer which are currently in serving stream or creating stream state necessary because I cannot garanty the state change from creating to serving in this count"""
  numOfActiveSessions: Int!
  sessions: [SessionToAsset]!
}

type AgentCapabilities {
  SupportPcvRdpStream: RdpProperties!
  SupportPcvRemoteApp: RemoteAppProperties!
  SupportPcvSftpStream: SftpProperties!
  SupportPcvVncStream: VncProperties!
  """these clients can connect to a remote host before the new session model as well (version around 20.12.1)"""
  supportsWithoutSM_DM_ForDeviceAccess: Boolean!
}

type AssetConfiguration_V1 {
  configurationForRdp: ProtocolConfigurationRdp!
  configurationForSftp: ProtocolConfigurationSftp!
  configurationForVnc: ProtocolConfigurationVnc!
  user: UserOrGroup!
}

type Computer {
  """the access for the supporter team member"""
  access: [ComputerManageAccess!]!
  accessPolicy: ComputerAccessPolicy!
  """the access password for remote hosts (masked), if empty than no password is set"""
  accessPwForDisplay: Password!
  accessPwSalt: Salt!
  activeSessions: ActiveSessionsOfComputer
  """a URL to download the setup, that installs the remote host for this computer. The link is only available, if the agent is not yet installed. (onlineState==AgentNotInstalled)"""
  agentSetupDownload: Url
  """a collection of supported capabilities of the remote host"""
  capabilities: AgentCapabilities!
  """Attention!! only index of 0 provides a valid value"""
  childOf: [AssetUuid!]!
  """settings for linked R2O users when they access this computer"""
  configurations: [AssetConfiguration_V1!]!
  createdAt: UnixTimeMs!
  """the client id the supporter can assign to an asset (for logging purposes)"""
  customerId: CompanyClientReferenceSign!
  """the company id to which this asset belongs, important for combined subscriptions or requests"""
  customerUuid: CustomerUuid!
  """link to S3 description entry"""
  description: NoteId!
  """a device which reprensents also this remote host"""
  device: Device
  displayName: Name!
  """if customerId is empty, this value is filled with an heuristic value from name or customerId from folders, up in the hirarchy."""
  eventuallyCustomerId: CompanyClientReferenceSign!
  """current name of the physical computer"""
  hostName: String
  id: AssetUuid!
  """settings for behaviour when starting a pcv session to this computer"""
  ioDevicesPolicy: IoDevicesPolicySettingsForComputer!
  """if the the usage of the computer as adhoc session participant is allowed (the view for entering the session id is shown or not)"""
  isAdHocAccessDeactivated: Boolean!
  isAllowedToScanInSubnet: Boolean!
  """if it is forbidden to use file transfer of any kind to this compuer"""
  isFileTransferDeactivated: Boolean!
  """if the emergency stop button is deactivated for this computer"""
  isHotKeyDeactivated: Boolean!
  """if it is forbidden to use RDP to this compuer"""
  isRdpDeactivated: Boolean!
  """indicates if the asset can be scanned in the subnet via another online Computer"""
  isScanable: Boolean!
  lastOnline: UnixTimeMs
  """mac address of the physical computer"""
  macAddress: Mac
  """the adapters this computer has access to"""
  networkAdapters: [NetworkAdapter!]!
  """a list of links to S3 note objects"""
  noteIds: [NoteId!]!
  onlineState: OnlineState!
  operatingSystem: String
  operatingSystemRole: Os_Role
  operatingSystemType: Os
  operatingSystemVersion: Version
  postSessionBehaviour: PostSessionBehavior!
  reachableSubnet1: NetworkAdapter
  reachableSubnet2: NetworkAdapter
  reachableSubnet3: NetworkAdapter
  recordingStartPolicy: ComputerRecordingStartPolicy!
  """list of active instances of the remote host software"""
  rhServiceInstances: [RemoteHostServiceInstance!]!
  sessions: [SessionUuid!]!
  """the settings password for remote hosts (masked), if empty than no password is set"""
  settingsPwForDisplay: Password!
  settingsPwSalt: Salt!
  """the teamviewer id found on the physical computer"""
  teamViewerId: String
  typeName: AssetType!
  updateBehaviour: ComputerUpdateBehaviour!
  updatedAt: UnixTimeMs!
  """list of R2O users who have access to it"""
  usageRightsKeptBy: [UsageRightByPerson!]!
  """true, if the contract of the current user allows to access this computer. If not, he might like to upgrade his account ..."""
  useAllowedByLicence: Boolean!
  """list of active users at this computer"""
  users: [LoggedOnUser!]!
  """the installed version of the installed client. Might be of interest for the supportor, to check, if everything its up-to-date."""
  version: Version!
  """true if there is a remote host in the same subnet which can wake up this computer"""
  wakeOnLanPossible: Boolean!
}

type ComputerManageAccess {
  """this access entry can be changed at all (i.E. for TeamAdmins this is not allowed)"""
  canBeChanged: Boolean!
  """this access entry can be removed from the computer"""
  canBeDeleted: Boolean!
  companyId: CompanyId!
  """SpecialAccessGroups can be only SupporterAdmin or EveryBody"""
  email: EmailOrSpecialAccessGroups!
  privileges: AssetAccessRights!
}

type IoDevicesPolicySettingsForComputer {
  """if the settings for turnOffLocalInput, turnOffWallpaper and turnOffMonitors should be taken from the parent folder's settings"""
  inheritFromParentFolder: Boolean!
  preventShutdown: Boolean!
  """if the local input is turned off or not for remote host in session"""
  turnOffLocalInput: Boolean!
  """if the monitor is turned off or not for remote host in session"""
  turnOffMonitors: Boolean!
  """if the wallpaper is turned off or not for remote host in session"""
  turnOffWallpaper: Boolean!
}

type LoggedOnUser {
  displayName: Name! @sandboxChoice(part: "nullability")
  isInWindowsConsoleSession: Boolean! @sandboxChoice(part: "nullability")
  logonName: Name! @sandboxChoice(part: "nullability")
  logonUserDomain: Domain! @sandboxChoice(part: "nullability")
  screenState: LifeSignOfOsSession! @sandboxChoice(part: "nullability")
  windowsSessionId: Int! @sandboxChoice(part: "nullability")
}

type NetworkAdapter {
  description: Description @sandboxChoice(part: "nullability")
  gatewayAddress: IP @sandboxChoice(part: "nullability")
  gatewayHardwareAdress: Mac @sandboxChoice(part: "nullability")
  hardwareAdress: Mac @sandboxChoice(part: "nullability")
  id: SubnetId! @sandboxChoice(part: "nullability")
  ip: IP! @sandboxChoice(part: "nullability")
  name: Name! @sandboxChoice(part: "nullability")
  subnetMask: IP @sandboxChoice(part: "nullability")
}

type RemoteHostServiceInstance {
  computerIdentity: AssetUuid!
  displayName: Name!
  homeConnectionState: HomeConnected!
  id: UserIdentity!
  isInRemoteAccess: Boolean!
  isInWindowsConsoleSession: Boolean!
  levelableState: UacLevelState!
  logonName: Name!
  logonUserDomain: Domain!
  resourceObjectIdentity: ResourcePath!
  screenState: LifeSignOfOsSession!
  type: ComputerUserType!
  windowsSessionId: Int!
}

type SessionToAsset {
  createdAt: UnixTimeMs!
  creatorCompanyName: Name!
  creatorFirstName: Name!
  creatorLastName: Name!
}

type UsageRightByPerson {
  id: Auth0Uuid!
  userRole: R2O_AccessRole!
}
`;
