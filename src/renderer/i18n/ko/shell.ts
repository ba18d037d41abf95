import type { Translation } from '@shared/words/translation'
import type { shell as EnglishShell } from '../en/shell'

export const shell: Translation<typeof EnglishShell> = {
  skip: '본문으로 건너뛰기',
  navigation: '주 메뉴',
  collapse: '메뉴 접기',
  expand: '메뉴 펼치기',
  pages: {
    overview: '개요',
    stations: '충전기',
    sessions: '충전 세션',
    reports: '보고서',
    cards: '카드',
    requests: '인증서 요청',
    certificates: '인증서',
    devices: '장치',
    files: '파일',
    events: '이벤트',
    log: '로그',
    settings: '설정',
  },
  waiting: {
    stations_other: '승인 대기 충전기 {{count}}대',

    cards_other: '알 수 없는 카드 {{count}}장',

    requests_other: '대기 중인 요청 {{count}}건',
  },
  strip: {
    search: '검색',
    label: '사이트 상태',
    listening: '수신 주소: {{address}}',
    addresses: '충전기용 주소',
    addressesHint: '이 중 하나를 충전기에 입력하고 끝에 충전기 이름(예: CP_1)을 붙이십시오.',
    noTls: 'TLS 주소(wss://) 없음: {{reason}}',
    notListening: '수신하지 않음: 충전기가 연결할 수 없습니다',
    notListeningHint:
      'TLS 없는 포트는 닫혀 있고(설정의 “충전기 연결 주소”) TLS 포트는 열지 못했습니다. TLS 없는 포트를 열거나, TLS 문제를 해결한 뒤 Chargehand를 다시 시작하십시오.',
    noAddress: '네트워크 주소 없음: 충전기가 연결할 수 없습니다',

    connected_other: '충전기 {{count}}대 중 {{connected}}대 연결됨',
    noStations: '승인된 충전기 없음',
    demo: '데모',
    demoHint: '여기의 모든 내용은 임시 폴더에 보관됩니다.',
    address: '주소',
  },
  theme: {
    label: '테마',
    system: '시스템 설정',
    light: '밝게',
    dark: '어둡게',
  },
  language: '언어',
  link: {
    connecting: '서버에 연결하는 중…',
    lost: '{{when}}에 Chargehand와 연결이 끊겼습니다. 화면에는 마지막으로 알려진 상태가 표시되며 저절로 다시 연결합니다.',
    lockedOut:
      'Chargehand가 이 브라우저를 더 이상 알지 못합니다. 프로그램이 새로 시작되었거나 일주일 동안 접속하지 않았습니다. 프로그램이 출력한 링크나 데이터 폴더의 “console-link.txt” 파일에 있는 링크를 여십시오. 그러면 이 화면이 저절로 이어집니다.',
    tryNow: '지금 시도',
    never: '서버가 응답하지 않습니다',
    neverBody:
      '콘솔이 Chargehand에 연결할 수 없습니다. 프로그램이 새로 시작되었다면 새로 출력된 링크를 여십시오. 아니면 잠시 기다리십시오. 계속 다시 시도합니다.',
  },
  arrivals: {
    station: '{{identity}}이(가) 승인을 기다립니다.',
    card: '{{station}}에서 알 수 없는 카드 {{token}}이(가) 감지되었습니다.',
    request: '{{station}}에서 인증서 요청이 왔습니다.',
  },
  roles: {
    viewer: '조회자',
    operator: '운영자',
    officer: '인증서 담당자',
    administrator: '관리자',
  },
  operatorMenu: {
    label: '{{name}}, {{role}}',
    secret: '내 PIN 또는 비밀번호',
    lock: '잠금',
  },
}
