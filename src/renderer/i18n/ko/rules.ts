import type { Translation } from '@shared/words/translation'
import type { rules as EnglishRules } from '../en/rules'

export const rules: Translation<typeof EnglishRules> = {
  intro:
    '규칙은 사람 없이 인증서 요청이 들어오는 즉시 승인합니다. 규칙은 직접 작성해야 생기며 켜기 전에는 꺼져 있습니다. 어떤 규칙이든 점검 결과가 모두 정상인 요청만 승인합니다. 사용할 때마다 규칙 이름과 함께 변경 기록에 남습니다.',
  suspended:
    '여기에서는 두 사람이 승인해야 하므로 규칙이 작동하지 않습니다. 규칙은 어느 한 사람을 대신할 수 없습니다. 두 번째 승인자가 필요 없게 되면 다시 작동합니다.',
  list: '규칙',
  none: {
    title: '모든 요청이 직접 승인되기를 기다립니다',
    text: '규칙을 쓰면 자리를 비운 동안에도 아는 충전기의 갱신 요청을 승인할 수 있습니다.',
  },
  write: '규칙 작성',
  changing: '“{{name}}” 변경',
  name: '규칙 이름',
  nameHint: '규칙이 승인한 모든 요청과 함께 변경 기록에 남습니다.',
  nameMissing: '규칙의 이름을 입력하십시오.',
  asks: '요청자',
  asker: { station: '충전기의 요청', device: '장치의 요청' },
  onlyIf: '다음일 때에만 승인',
  condition: {
    green: '점검 결과가 모두 정상임(항상 적용)',
    renewal: '사용 중인 인증서를 갱신함',
    sameSubject: '이전 인증서와 같은 이름을 요청함',
    sameKeyKind: '키의 종류와 크기가 이전과 같음',
    newKey: '새 키를 사용함',
  },
  cameOver: '요청 수신 경로',
  profile: {
    any: '모든 연결, 신원 증명이 없는 연결 포함',
    password: '비밀번호를 쓰는 연결, 암호화 여부 무관',
    encrypted: '비밀번호나 인증서를 쓰는 암호화된 연결',
    certificate: '인증서를 쓰는 암호화된 연결(프로파일 3)',
  },
  most: '하루 최대 승인 수',
  mostHint: '24시간 기준입니다. 이를 넘는 요청은 대기합니다.',
  mostWrong: '1에서 {{max}} 사이의 정수를 입력하십시오.',

  perDay_other: '24시간에 최대 {{count}}건',
  offFirst: '작성하거나 변경한 규칙은 꺼져 있습니다. 목록에서 다시 읽어 본 뒤 켜십시오.',
  save: '규칙 저장',
  saved: '규칙 “{{name}}”을(를) 저장했습니다. 꺼져 있습니다.',
  cancel: '취소',
  refused: {
    'name-taken': '같은 이름의 규칙이 있습니다.',
    'too-many': '사이트에 둘 수 있는 규칙이 가득 찼습니다. 먼저 하나를 제거하십시오.',
  },
  on: '켜짐',
  off: '꺼짐',
  switch: '“{{name}}” 켜기 또는 끄기',
  change: '규칙 변경',
  remove: '규칙 제거',
  removeSure: '“{{name}}” 완전히 제거',
  keep: '유지',
  removed: '규칙 “{{name}}”을(를) 제거했습니다.',
  neverUsed: '아직 승인한 요청이 없습니다.',

  used_other: '요청 {{count}}건을 승인했고 그중 {{today}}건은 최근 24시간 안에 승인했습니다. 마지막 승인: {{when}}',
  dryRun: {
    title: '규칙을 적용했다면',
    text: '지금 아는 내용으로 최근 요청에 적용해 봅니다. 실제로 승인하지는 않습니다.',
    none: '아직 인증서를 요청한 충전기가 없습니다.',

    result_other: '최근 요청 {{count}}건 중 {{approved}}건을 승인했을 것입니다.',
    list: '최근 요청',
    approved: '승인했을 것입니다.',
    left: '직접 결정해야 함: {{reasons}}.',
  },
  reason: {
    findings: '점검 결과가 모두 정상은 아님',
    asker: '요청자가 다름',
    'no-renewal': '사용 중인 인증서의 갱신이 아님',
    'other-key-kind': '키의 종류가 다름',
    'same-key': '이전과 같은 키임',
    'other-subject': '다른 이름을 요청함',
    profile: '연결의 신원 증명이 부족함',
    'day-full': '하루 한도에 도달함',
  },
}
