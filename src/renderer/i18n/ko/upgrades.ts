import type { Translation } from '@shared/words/translation'
import type { upgrades as EnglishUpgrades } from '../en/upgrades'

export const upgrades: Translation<typeof EnglishUpgrades> = {
  title: '더 높은 보안 프로파일로 업그레이드',
  hint: 'Chargehand가 충전기 쪽 설정을 단계별로 바꾸고 매번 확인합니다. 충전기가 새 방식으로 다시 연결될 때까지 기존 방식도 허용하며, 모두 되돌릴 수 있습니다.',
  most: '이 충전기는 가장 강력한 방식으로 신원을 증명합니다.',
  target: {
    label: '프로파일',
    '1': '1 · 비밀번호, TLS 없음',
    '2': '2 · 비밀번호와 TLS',
    '3': '3 · 인증서(상호 TLS)',
  },
  network: {
    label: '네트워크 인터페이스',
    usual: '기본 인터페이스',
    hint: 'OCPP 2 충전기에만 해당합니다. 충전기가 Chargehand에 연결할 때 쓰는 인터페이스입니다. “기본 인터페이스”는 첫 번째 유선(Wired0)입니다.',
  },
  begin: '프로파일 {{profile}} 업그레이드 시작',

  restarts_other: '충전 중인 차량이 없을 때 충전기가 {{count}}회 재시작합니다.',

  reconnects_other: '충전기가 {{count}}회 새로 연결합니다.',
  needsApproval: '프로파일 3에서는 충전기가 인증서를 요청하며, 인증서 요청에서 승인해야 합니다.',
  started: '{{identity}}의 프로파일 {{profile}} 업그레이드를 시작했습니다.',
  refusal: {
    'under-way': '{{identity}}의 업그레이드가 이미 진행 중입니다.',
    'has-it': '{{identity}}에는 이미 그 프로파일이나 더 높은 프로파일이 적용되어 있습니다.',
    'not-admitted': '{{identity}}은(는) 승인되지 않았습니다.',
    'never-connected': '{{identity}}이(가) 한 번도 연결되지 않아 OCPP 버전을 알 수 없습니다.',
    'no-tls-port': '이 컴퓨터가 TLS로 수신하고 있지 않습니다. 먼저 설정에서 포트를 여십시오.',
    'no-plain-port':
      'TLS 없는 포트가 닫혀 있는데 프로파일 1은 TLS 없는 연결용입니다. {{identity}}을(를) 프로파일 2로 업그레이드하십시오.',
    'comes-with-tls':
      '{{identity}}은(는) 이미 TLS로 연결되어 있는데 프로파일 1은 TLS 없는 연결용입니다. 프로파일 2로 업그레이드하십시오.',
    'no-serial-number':
      '인증서는 일련번호에 맞추어 발급하는데 {{identity}}의 일련번호를 알 수 없습니다. 정보 탭에 입력하십시오.',
  },
  state: {
    running: '업그레이드 중: 프로파일 {{from}} → {{to}}, {{when}}',
    'rolling-back': '프로파일 {{to}} 업그레이드를 되돌리는 중, {{when}}',
    done: '프로파일 {{to}} 업그레이드 완료, {{when}}',
    'rolled-back': '업그레이드를 되돌림: 프로파일 {{profile}} 적용, {{when}}',
    replaced: '업그레이드 종료: 프로파일을 직접 설정함, {{when}}',
  },
  letIn: {
    both: '프로파일 {{profile}} 및 {{coming}} 방식의 연결을 허용합니다.',
    one: '프로파일 {{profile}} 방식의 연결만 허용합니다.',
  },
  leg: '프로파일 {{profile}} 단계',
  stepState: {
    todo: '예정',
    now: '진행 중',
    stuck: '조치 필요',
    done: '완료',
    'by-hand': '직접 처리함',
  },
  step: {
    'tls-port': {
      title: '이 컴퓨터에 TLS로 연결 가능',
      why: '충전기가 연결하는 바로 그 주소의 인증서를 이 컴퓨터가 제시해야 합니다.',
    },
    root: {
      title: '충전기의 루트 인증서',
      why: '충전기는 이 인증서로 상대가 이 컴퓨터인지 확인합니다.',
    },
    organisation: {
      title: '충전기의 조직 이름',
      why: '충전기가 인증서 요청에 이 이름을 적습니다.',
    },
    password: {
      title: '충전기의 비밀번호',
      why: '새 비밀번호를 만들어 충전기에 알립니다. 직접 입력할 필요가 없습니다.',
    },
    certificate: {
      title: '충전기의 인증서',
      why: '충전기가 키를 만들어 인증서를 요청합니다. 승인하면 충전기가 확인하고 저장합니다.',
    },
    address: {
      title: '충전기의 TLS 주소',
      why: 'OCPP 1.6에는 주소를 나타내는 표준 항목이 없습니다. 대부분의 충전기에 있는 고유 설정을 찾습니다.',
    },
    'network-profile': {
      title: '충전기의 새 네트워크 프로파일',
      why: '주소와 보안 프로파일을 빈자리에 넣습니다. 지금 쓰는 설정은 그대로 둡니다.',
    },
    priority: {
      title: '새 네트워크 프로파일 우선',
      why: '충전기가 새 프로파일을 먼저 시도하고, 안 되면 이전 프로파일로 돌아갑니다.',
    },
    restart: {
      title: '재시작',
      why: '충전 중인 차량이 없을 때 재시작하여 새 네트워크 프로파일을 사용합니다.',
    },
    'security-profile': {
      title: '충전기의 새 보안 프로파일',
      why: '충전기가 즉시 새로 연결합니다. 그 후에는 OCPP로 더 낮은 프로파일을 설정할 수 없습니다.',
    },
    return: {
      title: '프로파일 {{profile}} 방식으로 다시 연결',
      why: '새 방식으로 다시 연결되면 더 낮은 프로파일은 모두 거부합니다.',
    },
    undo: {
      title: '되돌리기',
      why: '충전기에 이전 설정을 알립니다. 어느 방식을 쓰는지 확실해질 때까지 두 방식을 모두 허용합니다.',
    },
  },
  waits: {
    turn: '차례를 기다립니다. 한 번에 몇 대씩만 진행합니다.',
    offline: '충전기가 연결되기를 기다립니다.',
    ready: '충전기가 연결되었습니다. 충전기의 보고를 기다립니다.',
    answer: '충전기의 응답을 기다립니다.',
    request: '충전기의 인증서 요청을 기다립니다.',
    approval: '충전기의 인증서 요청이 승인을 기다립니다.',
    delivery: '인증서를 충전기에 전달하고 있습니다.',
    idle: '세션이 끝나면 충전기가 재시작합니다.',
    return: '충전기가 다시 연결되기를 기다립니다.',
  },
  problem: {
    'no-tls-port': {
      what: '이 컴퓨터가 TLS로 수신하고 있지 않습니다.',
      todo: '설정에서 TLS 포트를 여십시오.',
    },
    'comes-with-tls': {
      what: '충전기가 TLS로 연결되어 있는데 프로파일 1은 TLS 없는 연결용입니다.',
      todo: '되돌린 뒤 프로파일 2로 업그레이드하십시오.',
    },
    'tls-not-reachable': {
      what: '{{url}} 연결 시험에 실패했습니다({{told}}).',
      todo: '주소에 있는 이름이나 IP가 이 컴퓨터의 것이어야 하며(설정), 방화벽이 막지 않아야 합니다. 충전기가 이 컴퓨터에서 시험할 수 없는 경로로 연결한다면 그렇다고 알려 주십시오.',
    },
    refused: {
      what: '충전기가 거부했습니다({{told}}).',
      todo: '이유는 충전기의 로그나 설명서에 있을 수 있습니다. 다시 시도하거나, 충전기에서 직접 처리한 뒤 여기에 알려 주십시오.',
    },
    unsupported: {
      what: 'OCPP로는 충전기에 이 내용을 알릴 수 없습니다({{told}}).',
      todo: '제조사의 도구로 충전기에서 직접 처리한 뒤 여기에 알려 주십시오.',
    },
    'no-answer': {
      what: '충전기가 여러 번 응답하지 않았습니다.',
      todo: '충전기에 이상이 없는지 확인하고 다시 시도하십시오.',
    },
    'not-possible': {
      what: '전송하지 못했습니다({{told}}).',
      todo: '나중에 다시 시도하거나, 충전기에서 직접 처리한 뒤 여기에 알려 주십시오.',
    },
    'root-not-listed': {
      what: '충전기가 루트 인증서를 받았으나 목록에 없습니다.',
      todo: '재시작해야 목록에 나타나는 충전기도 있습니다. 재시작한 뒤 다시 시도하십시오. 설치된 것이 확실하면 여기에 알려 주십시오.',
    },
    'no-address-key': {
      what: '충전기에 주소를 담는 설정이 없거나 여러 개 있습니다.',
      todo: '충전기에서 주소를 {{url}}(으)로 직접 설정하고 여기에 알려 주십시오. 충전기가 ws를 wss로 스스로 바꾸는 경우에도 알려 주십시오.',
    },
    'no-request': {
      what: '충전기가 인증서를 요청하지 않았습니다.',
      todo: '이유는 충전기의 로그에 있을 수 있습니다. 다시 시도하십시오.',
    },
    'request-rejected': {
      what: '충전기의 인증서 요청이 반려되었습니다.',
      todo: '인증서 요청에서 대기열에 다시 넣거나, 다시 시도하여 충전기가 새로 요청하게 하십시오.',
    },
    'certificate-refused': {
      what: '충전기가 인증서를 거부했습니다({{told}}).',
      todo: '체인이 너무 길거나 충전기의 시계가 맞지 않는 경우가 많습니다. 고친 뒤 다시 시도하십시오.',
    },
    'no-slot': {
      what: '충전기에 사용 중인 것 외에 네트워크 프로파일을 넣을 자리가 없습니다.',
      todo: '충전기에서 주소와 프로파일을 직접 설정하고 여기에 알려 주십시오.',
    },
    'priority-unknown': {
      what: '충전기가 어느 네트워크 프로파일을 쓰는지 알려 주지 않습니다.',
      todo: '충전기에서 주소와 프로파일을 직접 설정하고 여기에 알려 주십시오.',
    },
    'came-back-old': {
      what: '충전기가 이전 방식으로 다시 연결되었습니다. 새 방식으로는 연결하지 못했습니다.',
      todo: '차단된 것은 없습니다. 이유는 “거부된 연결”에 있을 수 있습니다. 고친 뒤 다시 시도하거나 되돌리십시오.',
    },
    'not-back': {
      what: '충전기가 아직 다시 연결되지 않았습니다.',
      todo: '기존 방식과 새 방식을 모두 허용합니다. 전원과 네트워크, “거부된 연결”을 확인하십시오. 스스로 돌아오지 못하면 충전기에 {{url}}을(를) 설정하십시오.',
    },
    'not-gone': {
      what: '충전기가 설정을 받았으나 이전 방식으로 연결되어 있습니다.',
      todo: '충전기를 재시작하거나 다시 시도하십시오.',
    },
  },
  action: {
    retry: '다시 시도',
    doneByHand: '충전기에서 직접 처리함',
    reachable: '충전기가 연결할 수 있음',
    rollBack: '되돌리기',
    request: '요청 열기',
    several: '여러 충전기 업그레이드',
  },
  outcome: {
    'nothing-to-do': '그사이 다음 단계로 넘어갔습니다.',
    'too-late': '그사이 새 프로파일로 다시 연결되어 되돌릴 수 없습니다.',
  },
  steps: '단계',
  page: {
    title: '보안 프로파일',
    hint: '충전기마다 신원을 증명하는 방식입니다. 충전기를 선택해 더 높은 프로파일로 업그레이드하십시오. 몇 대씩 진행하고 나머지는 차례를 기다립니다.',
    begin_zero: '업그레이드할 충전기 선택',

    begin_other: '충전기 {{count}}대 업그레이드',

    begun_other: '충전기 {{count}}대의 업그레이드를 시작했습니다.',
    none: '아직 승인된 충전기가 없습니다',
    noneBody: '충전기를 승인하면 여기에 나타납니다.',
    choose: '{{identity}} 선택',
    chooseAll: '가능한 충전기 모두 선택',

    underWay_other: '{{count}}대 진행 중',

    stuck_other: '{{count}}대 조치 필요',
    columns: { station: '충전기', connection: '상태', profile: '프로파일', way: '업그레이드' },
    progress: '{{all}}단계 중 {{done}}단계',
  },
}
