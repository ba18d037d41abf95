import type { keyStores as EnglishKeyStores } from '../en/keyStores'
import type { Translation } from '../translation'

export const keyStores: Translation<typeof EnglishKeyStores> = {
  system: {
    wanted: '이 컴퓨터의 비밀번호 저장소',
    remedy: '이 사이트를 설정한 계정으로 데스크톱 프로그램을 시작하고 비밀번호 저장소의 잠금을 푸십시오.',
  },
  'key-file': {
    wanted: '키 파일',
    remedy: '키 파일이 있는 데이터 폴더로, 암호문구 없이 시작하십시오.',
  },
  passphrase: {
    wanted: '암호문구',
    remedy: '--passphrase-file을 쓰거나 CHARGEHAND_PASSPHRASE에 암호문구를 넣어 시작하십시오.',
  },
  readableKeyFile: {
    wanted: '이 컴퓨터의 다른 계정도 읽을 수 있는 키 파일 “{{file}}”',
    remedy: '소유자를 구별하는 파일 시스템에서 이 계정만 읽을 수 있게 하십시오(chmod 600).',
  },
}
