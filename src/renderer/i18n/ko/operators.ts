import type { Translation } from '@shared/words/translation'
import type { operators as EnglishOperators } from '../en/operators'

export const operators: Translation<typeof EnglishOperators> = {
  may: {
    viewer: '모든 것을 볼 수 있고, 아무것도 변경하지 않습니다.',
    operator:
      '사이트를 운영할 수 있습니다. 카드를 등록하고 차단하며, 세션을 정리하고, 충전기에 명령을 보내고, 펌웨어를 배포합니다.',
    officer: '운영자가 할 수 있는 일을 모두 할 수 있고, 인증서 요청, 인증서, 인증 기관에 관해 결정할 수 있습니다.',
    administrator:
      '모든 일을 할 수 있습니다. 충전기와 장치를 승인하고 요금제, 스크립트, 백업, 설정, 운영자도 변경합니다.',
  },
  signIn: {
    documentTitle: '{{site}} · Chargehand',
    who: '누구십니까?',
    name: '이름',
    secret: 'PIN 또는 비밀번호',
    submit: '로그인',
    serves: '충전기는 그동안에도 계속 작동합니다.',
    forgotten:
      '잊으셨습니까? 관리자가 설정에서 새로 정합니다. 아무도 로그인할 수 없으면 --recover-administrator와 이름을 지정하여 Chargehand를 한 번 시작하십시오.',
    wrong: '{{name}}의 PIN이나 비밀번호가 아닙니다.',

    wait_other: '여러 번 잘못 입력했습니다. {{count}}초 후에 다시 시도하십시오.',
  },
  title: '운영자',
  text: '운영자를 두면 프로그램 창과 모든 브라우저의 콘솔에서 로그인해야 하고, 변경 기록에 이름이 남습니다. 충전기와 스크립트는 전과 같이 작동합니다.',
  off: '운영자가 없습니다. 콘솔을 열 수 있는 사람은 무엇이든 할 수 있습니다.',
  first:
    '첫 운영자는 관리자이며 보통 본인입니다. 본인은 여기에 로그인된 채로 있고, 다른 사람은 그때부터 로그인해야 합니다. 운영자가 없는 콘솔로 되돌릴 수 없습니다. 시작할 때마다 누군가 로그인해야 합니다.',
  approversGo:
    '지금 승인을 확인하는 사람들을 운영자로 대체합니다. 그 후에는 모든 인증서 담당자가 두 번째 승인자가 될 수 있으며, 여전히 두 사람의 승인이 필요합니다. 그중 한 사람이 여기에서 확인해야 합니다.',
  list: '운영자',
  column: { name: '이름', role: '역할', seen: '마지막 로그인', more: '변경' },
  you: '(본인)',
  never: '없음',
  disabled: '사용 중지',
  waits: '대기: 여러 번 잘못 입력함',
  name: '이름',
  nameHint: '이 운영자가 한 모든 일과 함께 변경 기록에 남습니다.',
  nameMissing: '이름을 입력하십시오.',
  role: '역할',
  secret: 'PIN 또는 비밀번호',
  secretHint:
    '{{pin}}자리 이상의 PIN 또는 {{password}}자 이상의 비밀번호입니다. 솔트를 더한 해시로 저장하여 아무도 읽을 수 없습니다.',
  repeat: '다시 입력',
  problem: {
    'short-pin': 'PIN은 {{pin}}자리 이상이어야 합니다.',
    'short-password': '비밀번호는 {{password}}자 이상이어야 합니다.',
    easy: '누구나 먼저 시도하는 값입니다. 다른 값을 정하십시오.',
    different: '두 값이 서로 다릅니다.',
  },
  add: '운영자 추가',
  addFirst: '관리자 추가 후 콘솔 잠금 사용',
  added: '이제 {{name}}이(가) 로그인할 수 있습니다.',
  addedFirst: '{{name}}(으)로 로그인되어 있습니다. 지금부터 콘솔에서 로그인해야 합니다.',
  refused: {
    'name-taken': '이미 쓰이는 이름이거나 프로그램이 스스로 쓰는 이름입니다.',
    'too-many': '운영자를 더 추가할 수 없습니다. 먼저 한 명을 제거하십시오.',
    'administrator-first': '첫 운영자는 관리자여야 합니다.',
    'last-administrator': '이것을 바꿀 수 있는 사람이 남아 있어야 합니다. 먼저 다른 사람을 관리자로 지정하십시오.',
  },
  change: '{{name}} 변경',
  save: '저장',
  saved: '저장했습니다.',
  newSecret: '{{name}}의 새 PIN 또는 비밀번호',
  setSecret: 'PIN 또는 비밀번호 설정',
  secretSaved: '{{name}}의 PIN 또는 비밀번호를 바꾸었습니다.',
  disable: '사용 중지',
  disableMeans: '목록에 남지만 로그인할 수 없습니다. 로그인되어 있으면 즉시 로그아웃됩니다.',
  enable: '다시 사용',
  remove: '{{name}} 제거',
  removed: '{{name}}을(를) 제거했습니다. 변경 기록에는 이름이 남습니다.',
  close: '닫기',
  confirmFirst: '인증서를 두 사람이 승인하는 동안에는 다른 한 사람이 여기에서 변경을 확인합니다:',
  idle: '자동 잠금',

  idleMinutes_other: '{{count}}분 동안 사용하지 않으면',
  idleNever: '자동으로 잠그지 않음',
  own: '내 PIN 또는 비밀번호',
  ownText: '{{name}}({{role}})(으)로 로그인되어 있습니다.',
  present: '현재 값',
  presentWrong: '현재 PIN이나 비밀번호가 아닙니다.',
  presentWait: '여러 번 잘못 입력했습니다. 잠시 기다리십시오.',
  fresh: '새 값',
  ownSaved: 'PIN 또는 비밀번호를 바꾸었습니다.',
  forgotten:
    '로그인할 수 있는 사람이 없습니까? 데이터 폴더의 소유자가 --recover-administrator와 이름을 지정하여 Chargehand를 한 번 시작하면 됩니다.',
}
