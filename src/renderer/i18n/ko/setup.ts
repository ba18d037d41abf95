import type { Translation } from '@shared/words/translation'
import type { setup as EnglishSetup } from '../en/setup'

export const setup: Translation<typeof EnglishSetup> = {
  title: '사이트 설정',
  intro:
    '이 컴퓨터에서 Chargehand가 충전기의 중앙 시스템과 사이트의 인증 기관이 됩니다. 시작하려면 이름 두 가지가 필요합니다.',
  siteName: '사이트 이름',
  siteNameHint: '이 화면과 알림에 표시됩니다.',
  organisation: '조직 이름',
  organisationHint:
    '모든 인증서에 조직(O)으로 들어갑니다. 충전기가 여러 해 동안 보관하므로 공식 문서에 쓰는 이름을 입력하십시오.',
  errors: {
    empty: '이름을 입력하십시오.',
    tooLong: '최대 {{max}}자인데 {{length}}자입니다.',
    control: '문자, 숫자, 공백, 문장 부호만 쓸 수 있습니다.',
  },
  whatHappens: '다음에 일어나는 일',
  steps: {
    database: '이 컴퓨터의 데이터 폴더에 데이터베이스를 만듭니다.',
    authority: '루트와 발급 CA를 만듭니다. 개인 키는 암호화되어 여기에 남습니다.',
    listen: '서버가 충전기의 연결을 받기 시작합니다. 승인하기 전에는 어떤 충전기도 들어올 수 없습니다.',
  },
  submit: '사이트 설정',
  working: '설정하는 중…',
  restore: {
    open: '백업에서 복원',
    title: '백업에서 복원',
    intro:
      '백업의 충전기, 카드, 세션, 인증서, 키가 이 컴퓨터의 사이트가 됩니다. 이전 컴퓨터에서 동시에 실행하지 마십시오.',
    passphrase: '백업의 암호문구',
    noFile: '먼저 백업을 선택하십시오.',
    noPassphrase: '백업을 만들 때 쓴 암호문구를 입력하십시오.',
    submit: '사이트 복원',
    sending: '{{size}} 중 {{done}} 전송',
    checking: '백업을 열어 모두 확인하는 중…',
    back: '새 사이트 설정으로 돌아가기',
    failed: '백업을 복원하지 못했습니다',
    stillEmpty: '변경된 것이 없습니다.',
    noRoom: '데이터 폴더의 공간이 부족합니다. 남은 공간은 {{free}}입니다. 공간을 확보한 뒤 다시 시도하십시오.',
    broken: '백업이 온전히 도착하지 않았습니다. 다시 시도하십시오.',
    ready: '사이트 “{{site}}”을(를) {{at}} 상태로 복원했습니다',
    contents: '충전기 {{stations}}대, 카드 {{cards}}장, 세션 {{sessions}}건, 파일 {{files}}개.',
    restarts: '이제 Chargehand가 다시 시작하여 사이트를 엽니다.',
    byHand: '운영하려면 Chargehand를 닫고 다시 시작하십시오.',
  },
  failed: '사이트를 설정하지 못했습니다',
  tryAgain: '잃은 것은 없습니다. 문제를 해결한 뒤 다시 시도하십시오.',
}
