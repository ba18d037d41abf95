import type { devices as EnglishDevices } from '../en/devices'
import type { Translation } from '../translation'

export const devices: Translation<typeof EnglishDevices> = {
  signedAtOnce: '其令牌的请求会立即签发。',
  unregistered: '设备已注销。',
  revoked: '设备已被吊销。',
}
