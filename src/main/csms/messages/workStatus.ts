import type { StatusReading } from './commandReport'

/** How a firmware update comes on, in the words of 1.6's security extension and of 2.x (L01, L02). */
export const FIRMWARE_STATUS = {
  Downloaded: 'going-on',
  DownloadFailed: 'failed',
  Downloading: 'going-on',
  DownloadScheduled: 'going-on',
  DownloadPaused: 'going-on',
  InstallationFailed: 'failed',
  Installing: 'going-on',
  Installed: 'succeeded',
  InstallRebooting: 'going-on',
  InstallScheduled: 'going-on',
  InstallVerificationFailed: 'failed',
  InvalidSignature: 'failed',
  SignatureVerified: 'going-on',
} as const satisfies Record<string, StatusReading>

/** How the upload of a log comes on (N01). A log that another request took the place of will not come. */
export const LOG_STATUS = {
  BadMessage: 'failed',
  NotSupportedOperation: 'failed',
  PermissionDenied: 'failed',
  Uploaded: 'succeeded',
  UploadFailure: 'failed',
  Uploading: 'going-on',
  AcceptedCanceled: 'failed',
} as const satisfies Record<string, StatusReading>

/** How a local controller comes on with offering firmware to its stations (L03). */
export const PUBLISH_STATUS = {
  DownloadScheduled: 'going-on',
  Downloading: 'going-on',
  Downloaded: 'going-on',
  Published: 'succeeded',
  DownloadFailed: 'failed',
  DownloadPaused: 'going-on',
  InvalidChecksum: 'failed',
  ChecksumVerified: 'going-on',
  PublishFailed: 'failed',
} as const satisfies Record<string, StatusReading>
