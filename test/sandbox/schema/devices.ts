/** The devices of a client, beside its computers. */
export const devices = `
type Device {
  """Attention!! only index of 0 provides a valid value"""
  childOf: [AssetUuid!]!
  createdAt: UnixTimeMs!
  """the client id the supporter can assign to an asset (for logging purposes)"""
  customerId: CompanyClientReferenceSign!
  """the company id to which this asset belongs, important for combined subscriptions or requests"""
  customerUuid: CustomerUuid!
  decomissionedAt: UnixTimeMs
  """link to S3 description entry"""
  description: NoteId!
  displayName: Name!
  """if customerId is empty, this value is filled with an heuristic value from name or customerId from folders, up in the hirarchy."""
  eventuallyCustomerId: CompanyClientReferenceSign!
  group: DeviceGroup!
  id: AssetUuid!
  """placing information of the device (ceiling, left corner under desk etc)"""
  inHouseLocation: String
  """indicates if the asset can be scanned in the subnet via another online Computer"""
  isScanable: Boolean!
  """when was this device last found in a discover scan"""
  lastScannedAt: UnixTimeMs!
  """the maker or vendor of the device, i.e. Apple, Huawei"""
  make: String
  """the model of a device i.e. iPhone 5S, P9"""
  model: String
  """the adapters this device has access to"""
  networkAdapters: [NetworkAdapter!]!
  """a list of links to S3 note objects"""
  noteIds: [NoteId!]!
  onlineState: OnlineState!
  operatingSystem: String
  """date of purchasing the device"""
  purchasedAt: UnixTimeMs
  reachableSubnet1: NetworkAdapter
  reachableSubnet2: NetworkAdapter
  reachableSubnet3: NetworkAdapter
  """a remote host which reprensents also this device"""
  remoteHost: Computer
  scannedMake: String
  scannedModel: String
  scannedName: Name!
  scannedType: DeviceType!
  scannedVendor: String
  serialNumber: SerialNumber
  services: [ServiceProperty!]!
  type: DeviceType!
  typeName: AssetType!
  updatedAt: UnixTimeMs!
  """the vendor of the device"""
  vendor: String
  """true if there is a remote host in the same subnet which can wake up this device"""
  wakeOnLanPossible: Boolean!
}

enum DeviceGroup @sandboxChoice(part: "value names") {
  AudioAndVideo Building Computing Industry Mobile Network Office Unknown
}

enum DeviceType @sandboxChoice(part: "value names") {
  Alarm AccessControl AccessPoint AirConditioner AmbientSensor AudioPlayer BabyMonitor Barcode
  Battery BluRay Bridge Camera CarCharger CashRegister Clock CloudStorage CoffeeMachine Conference
  Converter Cooktop DashCamera Database Desktop DigitalFrame Dishwasher DockingStation Domotics
  DoorBell DoorLock Doorphone Drone EReader ElevatorControl Energy Environment FaxMachine Firewall
  Fitness Fridge GameConsole Garage Gateway Generic GpsTracker Heating HiFi HomeServer Hub
  IndustrialController InkPrinter Intercom Irrigation Kettle Keyboard Kiosk KvmSwitch LabelPrinter
  Laptop LaserPrinter Light LoadBalancer MailServer MediaPlayer MediaServer Meter Microscope
  Mobile Modem Monitor MultiFunction Nas NetworkCard Oven PatchPanel PaymentTerminal PhoneSystem
  Pinpad Plotter PowerStrip Printer Projector Proxy Pump Radio Receiver Repeater Robot Router
  Satellite Scale Scanner Sensor Server SetTopBox Shutter SmartPlug SoundBar Switch Tablet
  Television Thermostat Ups VoipPhone
}

type ServiceProperty {
  banner: String!
  createdAt: UnixTimeMs!
  displayName: String!
  id: Port!
  protocol: ServiceProtocol!
  type: ServiceType!
  updatedAt: UnixTimeMs!
}

enum ServiceProtocol @sandboxChoice(part: "value names") {
  tcp udp
}

enum ServiceType @sandboxChoice(part: "value names") {
  EPMAP FTP HTTP HTTPS NETBIOS RDP SMB SSH TELNET VNC
}
`;
