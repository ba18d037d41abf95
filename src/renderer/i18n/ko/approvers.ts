import type { Translation } from '@shared/words/translation'
import type { approvers as EnglishApprovers } from '../en/approvers'

export const approvers: Translation<typeof EnglishApprovers> = {
  title: '인증서를 두 사람이 승인',
  text: '여기에 두 번째 승인자를 두면, 콘솔 앞의 사람 외에 아래의 한 사람이 자신의 암호문구로 확인할 때까지 아무것도 발급하지 않습니다. 그동안 규칙은 아무것도 승인하지 않습니다. 화면에서 한 사람이 혼자 승인하는 것을 막지만, 이 컴퓨터의 파일을 바꿀 수 있는 사람까지 막지는 못합니다.',
  isOn: '두 사람이 승인해야 합니다.',
  isOff: '한 사람이 승인합니다. 여기에 사람을 추가하면 두 사람이 승인해야 합니다.',
  confirmFirst: '변경하려면 목록에 있는 사람이 확인해야 합니다:',
  list: '확인하는 사람',
  name: '두 번째 승인자의 이름',
  nameHint: '확인한 모든 일과 함께 변경 기록에 남습니다. 주로 이 자리에서 일하는 사람이 아닌 다른 사람을 정하십시오.',
  nameMissing: '이름을 입력하십시오.',
  passphrase: '두 번째 승인자의 암호문구',
  passphraseHint: '{{min}}자 이상이며 본인이 직접 입력합니다. 솔트를 더한 해시로 저장하여 아무도 읽을 수 없습니다.',
  repeat: '다시 입력',
  repeatWrong: '두 값이 서로 다릅니다.',
  add: '두 번째 승인자 추가',
  added: '지금부터 {{name}}이(가) 승인을 확인할 수 있으며 두 사람이 승인해야 합니다.',
  remove: '{{name}} 제거',
  removeLast: '{{name}} 제거: 다시 한 사람이 승인',
  removed: '두 번째 승인자를 제거했습니다.',
  operators: {
    text: '인증서 담당자(또는 관리자) 두 사람이 승인할 때까지 아무것도 발급하지 않습니다. 두 번째 사람은 첫 번째 사람 옆에서 PIN이나 비밀번호를 입력하거나, 로그인하여 승인합니다. 그동안 규칙은 아무것도 승인하지 않으며, 운영자를 변경할 때마다 다른 한 사람이 확인합니다. 화면에서 한 사람이 혼자 승인하는 것을 막지만, 이 컴퓨터의 파일을 바꿀 수 있는 사람까지 막지는 못합니다.',
    could: '본인 외에 두 번째 승인자가 될 수 있는 사람: {{names}}.',
    nobodyElse: '본인 외에 승인할 수 있는 사람이 없습니다. 먼저 다른 운영자를 인증서 담당자로 지정하십시오.',
    wanted: '두 사람의 승인 필요',
    confirmOff: '끄려면 다른 한 사람이 확인해야 합니다:',
  },
  refused: {
    'operators-instead': '이제 운영자가 콘솔에 로그인하므로 운영자가 두 번째 승인자입니다.',
    'name-taken': '같은 이름이 이미 목록에 있습니다.',
    'too-many': '더 추가할 수 없습니다. 먼저 한 명을 제거하십시오.',
  },
}
