import type { host as EnglishHost } from '../en/host'
import type { Translation } from '../translation'

export const host: Translation<typeof EnglishHost> = {
  ready: {
    running: 'Chargehand가 준비되었습니다.',
    setup: 'Chargehand를 설정할 준비가 되었습니다. 설정한 뒤부터 충전기 연결을 받습니다.',
    console: '콘솔(한 번만 열림): {{url}}',
    window: '콘솔: 프로그램 창',
    chargers: '충전기: {{urls}}',
    api: '스크립트: {{url}}',
    noTls: 'TLS 없음: {{reason}}',
    noPort: '충전기가 연결할 수 없음: TLS 없는 포트도 닫혀 있습니다(설정).',
    data: '데이터: {{folder}}',
    demoData: '데모, 아무것도 보관하지 않음: {{folder}}',
    keys: {
      system: '키: 시스템이 보호함',
      'key-file': '키: 데이터 폴더의 키 파일이 보호함',
      passphrase: '키: 암호문구가 보호함',
    },
  },
  page: {
    linkNeededTitle: '이 콘솔을 열려면 링크가 필요합니다',
    linkNeeded:
      'Chargehand가 시작할 때 출력한 링크를 여십시오. 링크는 한 번만 쓸 수 있습니다. 새 링크는 언제나 이 컴퓨터의 데이터 폴더에 있는 “{{file}}” 파일에 있습니다.',
    linkSpentTitle: '더 이상 쓸 수 없는 링크입니다',
    linkSpent:
      '이미 사용했거나 너무 오래된 링크입니다. 새 링크는 이 컴퓨터의 데이터 폴더에 있는 “{{file}}” 파일에 있습니다.',
    opening: '콘솔 여는 중',
    noSuchCall: '그런 호출이 없습니다. 모든 호출은 /api/openapi.json에 있습니다.',
    notFound: '이 주소에는 아무것도 없습니다.',
    notBuilt: '이 설치에는 콘솔이 없습니다. 콘솔을 빌드하거나 Chargehand를 다시 설치하십시오.',
  },
  tray: {
    show: '콘솔 보기',
    quit: 'Chargehand 종료',
    listening: '수신 주소: {{url}}',
    notSetUp: '아직 설정되지 않음',
    locked: '잠김',

    connected_other: '충전기 {{count}}대 연결됨',
  },
  quit: {
    title: 'Chargehand를 종료하시겠습니까?',

    connected_other: '충전기 {{count}}대가 연결되어 있습니다.',
    detail:
      'Chargehand가 종료되어 있는 동안에는 카드를 확인하지 못하고 충전기가 저마다 자체 목록으로 판단합니다. 창만 닫으면 서버는 알림 영역에서 계속 작동합니다.',
    confirm: 'Chargehand 종료',
    stay: '계속 실행',
  },
  menu: {
    program: 'Chargehand',
    close: '창 닫기',
    lock: '잠금',
    quit: 'Chargehand 종료',
    edit: '편집',
    view: '보기',
    actualSize: '실제 크기',
    zoomIn: '확대',
    zoomOut: '축소',
    fullScreen: '전체 화면',
    go: '이동',
    pages: {
      overview: '개요',
      stations: '충전기',
      sessions: '충전 세션',
      cards: '카드',
      requests: '인증서 요청',
      certificates: '인증서',
      events: '이벤트',
      settings: '설정',
    },
  },
  notification: {
    request: {
      title: '인증서 요청이 왔습니다',

      body_other: '결정을 기다리는 요청이 {{count}}건 있습니다.',
    },
    station: {
      title: '충전기가 승인을 기다립니다',

      body_other: '승인을 기다리는 충전기가 {{count}}대 있습니다.',
    },
    card: {
      title: '알 수 없는 카드가 감지되었습니다',

      body_other: '등록할 수 있는 알 수 없는 카드가 {{count}}장 있습니다.',
    },
    fault: {
      title: '{{station}} 고장',
      body: 'EVSE {{evse}}을(를) 사용할 수 없습니다. 충전기를 열어 원인을 확인하십시오.',
    },
    gone: {
      title: '{{station}} 연결 끊김',
      body: '{{minutes}}분 동안 연결되지 않았습니다. 전원과 네트워크를 확인하십시오.',
    },
    backup: { title: '백업에 실패했습니다' },
    update: {
      title: 'Chargehand {{version}} 나옴',
      body: '새로운 내용은 설정의 “업데이트”에 있습니다. 저절로 설치되지 않습니다.',
    },
    locked: {
      fault: '충전기 고장',
      gone: '충전기 연결 끊김',
      backup: '백업에 실패했습니다',
      body: '자세한 내용을 보려면 로그인하십시오.',
    },
  },
  alreadyRunning: 'Chargehand가 이미 이 데이터 폴더로 실행 중이어서 그 창을 앞으로 가져왔습니다.',
  startFailed: 'Chargehand를 시작하지 못했습니다',
  endedByFault: '예기치 않은 오류로 Chargehand가 종료되었습니다({{reason}}). 자세한 내용은 로그에 있습니다.',
  endedUncleanly:
    'Chargehand가 종료되었으나 일부를 닫지 못했습니다({{reason}}). 확인 응답을 보낸 내용은 보관되어 있습니다.',
}
