import type { devices as EnglishDevices } from '../en/devices'
import type { Translation } from '../translation'

export const devices: Translation<typeof EnglishDevices> = {
  signedAtOnce: '토큰에 따라 요청을 즉시 발급합니다.',
  unregistered: '장치가 등록을 해제했습니다.',
  revoked: '장치가 폐기되었습니다.',
}
