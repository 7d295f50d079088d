/** How computers are reached. */
export const remoteAccess = `
type ProtocolConfigurationRdp {
  """if this type of protocol is allowed for the R2O User"""
  isAllowed: Boolean!
  sessionPrivileges: [AccessRightsPolicy!]!
}

type ProtocolConfigurationSftp {
  """if this type of protocol is allowed for the R2O User"""
  isAllowed: Boolean!
  sessionPrivileges: [AccessRightsPolicy!]!
}

type ProtocolConfigurationVnc {
  """if this type of protocol is allowed for the R2O User"""
  isAllowed: Boolean!
  postSessionBehaviour: PostSessionBehavior!
  sessionBehaviour: IoDevicesPolicySettingsForComputer!
  sessionPrivileges: [AccessRightsPolicy!]!
}

type RdpProperties {
  availableServices: [AccessRightsPolicy!]
  capabilityVersion: Version!
  rdpVersion: Version
  """state of the service, might be one of the following codes: NoError - Rdp is working UnsupportedVersionUsed - Remote Host is outdated, no correct info available FunctionNotAvailable - platform might be mac or linux but not Windows AgentNotInstalled - computer is still only a placeholder SharingViolation - multiple processes are listening on the rdp port, so the service might be buggy ServiceNotSupported - service not configured, might be a Windows Home edition ServiceNotRunning - the neccessary Rdp Processes are not running or listening NotAllServicesAvailable - rpd is up and running but not all services are available"""
  status: ErrorIDs!
}

type RemoteAppProperties {
  availableServices: [AccessRightsPolicy!]
  capabilityVersion: Version!
  launchApp: FilePath
  rdpVersion: Version
  """state of the service, might be one of the following codes: NoError - Rdp is working UnsupportedVersionUsed - Remote Host is outdated, no correct info available FunctionNotAvailable - platform might be mac or linux but not Windows AgentNotInstalled - computer is still only a placeholder SharingViolation - multiple processes are listening on the rdp port, so the service might be buggy ServiceNotSupported - service not configured, might be a Windows Home edition ServiceNotRunning - the neccessary Rdp Processes are not running or listening NotAllServicesAvailable - rpd is up and running but not all services are available"""
  status: ErrorIDs!
}

type SftpProperties {
  availableServices: [AccessRightsPolicy!]
  capabilityVersion: Version!
  """state of the service, might be one of the following codes: NoError - Rdp is working UnsupportedVersionUsed - Remote Host is outdated, no correct info available FunctionNotAvailable - platform might be mac or linux but not Windows AgentNotInstalled - computer is still only a placeholder SharingViolation - multiple processes are listening on the rdp port, so the service might be buggy ServiceNotSupported - service not configured, might be a Windows Home edition ServiceNotRunning - the neccessary Rdp Processes are not running or listening NotAllServicesAvailable - rpd is up and running but not all services are available"""
  status: ErrorIDs!
}

type VncProperties {
  availableServices: [AccessRightsPolicy!]
  capabilityVersion: Version!
  """state of the service, might be one of the following codes: NoError - Rdp is working UnsupportedVersionUsed - Remote Host is outdated, no correct info available FunctionNotAvailable - platform might be mac or linux but not Windows AgentNotInstalled - computer is still only a placeholder SharingViolation - multiple processes are listening on the rdp port, so the service might be buggy ServiceNotSupported - service not configured, might be a Windows Home edition ServiceNotRunning - the neccessary Rdp Processes are not running or listening NotAllServicesAvailable - rpd is up and running but not all services are available"""
  status: ErrorIDs!
}

enum AccessRightsPolicy @sandboxChoice(part: "value names") {
  AllowAudio AllowChat AllowClipboard AllowFileTransfer AllowInput AllowMultiMonitor AllowPrinting
  AllowReboot AllowRecording AllowRemoteShell AllowScreen
}

enum AssetAccessRights @sandboxChoice(part: "value names") {
  """is allowed to remotely access the computer"""
  CanAccess
  """is allowed to configure computer specific settings"""
  CanConfigure
  """is not allowed to connect, only when user knows the password"""
  NoAccess
}

enum AssetType @sandboxChoice(part: "value names") {
  AdHocComputer Computer Device Folder Group RootFolder Subnet
}

enum ComputerAccessPolicy @sandboxChoice(part: "value names") {
  WithPassword WithoutPassword
}

enum ComputerRecordingStartPolicy @sandboxChoice(part: "value names") {
  """always tart recording"""
  AlwaysStart
  """inherit settings from parent folder of computer"""
  InheritFromParent
  """never start recording"""
  NeverStart
  """use global setting from company settings"""
  UseCompanySetting
}

enum ComputerUpdateBehaviour @sandboxChoice(part: "value names") {
  """as soon as there is a new version try to update"""
  AutomaticUpdate
  """only on manual trigger start the update"""
  ManualUpdate
  """not supported yet"""
  ScheduledUpdate
}

enum ComputerUserType @sandboxChoice(part: "value names") {
  ConsoleUser RdpUser ServiceUser TerminalServerUser
}

enum HomeConnected @sandboxChoice(part: "value names") {
  HOME_OFFLINE HOME_ONLINE
}

enum LifeSignOfOsSession @sandboxChoice(part: "value names") {
  ConnectionLost Disconnected Idle Locked LoggedOff LoginScreen ScreenSaver Unknown Unlocked
}

enum OnlineState @sandboxChoice(part: "value names") {
  ActiveSession AgentNotInstalled Offline Online Sleeping Unknown Updating
}

enum Os @sandboxChoice(part: "value names") {
  osAndroid osChromeOs osFreeBsd osIos osLinux osMac osOther osSolaris osUnknown osWindows
  osWindowsCe osWindowsMobile osWindowsServer
}

enum Os_Role @sandboxChoice(part: "value names") {
  Client DomainController Server Unknown
}

"""enum for how the client module shall behave when leaving the session"""
enum PostSessionBehavior @sandboxChoice(part: "value names") {
  """users stays unchanged"""
  Default
  LockScreen LogOffUser Reboot
}

"""the role a user has in a r2o configuration"""
enum R2O_AccessRole @sandboxChoice(part: "value names") {
  """a paying customer for the company"""
  customer
  """a non paying teammember of the company"""
  teammember
  unknown
}

enum UacLevelState @sandboxChoice(part: "value names") {
  AdminRights_Active AdminRights_Available AdminRights_Denied AdminRights_Requested Standard_User
  Unknown
}
`;
