import type { options as EnglishOptions } from '../en/options'
import type { Translation } from '../translation'

export const options: Translation<typeof EnglishOptions> = {
  help: {
    usage: '사용법: {{command}} [옵션]',
    about: '한 사이트의 충전기를 위한 중앙 시스템과 콘솔입니다. 명령줄이 환경 변수보다 우선합니다.',
    fallback: '기본값: {{value}}.',
    variable: '환경 변수: {{name}}.',
  },
  option: {
    data: {
      sentence: '데이터베이스, 키, 로그를 두는 폴더입니다.',
      fallback: '이 계정의 폴더',
    },
    bind: {
      sentence: '충전기 연결을 받는 네트워크 주소입니다.',
      fallback: '0.0.0.0, 이 컴퓨터의 모든 네트워크',
    },
    'ocpp-port': {
      sentence: 'TLS 없는 충전기 포트(ws://)입니다. 0이면 비어 있는 포트를 씁니다.',
      fallback: '{{port}}',
    },
    'tls-port': {
      sentence: 'TLS 충전기 포트(wss://)입니다. 0이면 비어 있는 포트를 씁니다.',
      fallback: '{{port}}, --ocpp-port 0이면 비어 있는 포트',
    },
    'mqtt-port': {
      sentence:
        'TLS만 쓰는 MQTT 포트(예: 8883)로, ALPN으로 요청할 수 없는 장치용입니다. 0이면 비어 있는 포트를 씁니다.',
      fallback: '없음, 장치는 TLS 포트 사용',
    },
    'home-assistant': {
      sentence: '충전기를 MQTT로 Home Assistant에 알려 저절로 나타나게 합니다.',
    },
    'pki-url': {
      sentence:
        'TLS 없는 포트의 주소(예: http://192.0.2.10:9000)입니다. 새 충전기 인증서에 확인 주소(CRL, OCSP)로 들어갑니다.',
      fallback: '없음, 인증서에 주소를 넣지 않음',
    },
    'web-port': {
      sentence: '이 컴퓨터(127.0.0.1)의 브라우저용 콘솔 포트입니다. 0이면 비어 있는 포트를 씁니다.',
      fallback: '--headless이면 {{port}}, 아니면 없음',
    },
    'api-port': {
      sentence: '스크립트용 포트(자동화 API)입니다. 0이면 비어 있는 포트를 씁니다.',
      fallback: '설정 페이지를 따름, 처음에는 없음, --demo이면 비어 있는 포트',
    },
    'api-bind': {
      sentence: '스크립트용 포트의 네트워크 주소입니다. 이 컴퓨터 자체가 아닌 주소에서는 TLS를 사용합니다.',
      fallback: '127.0.0.1, 이 컴퓨터의 스크립트',
    },
    metrics: {
      sentence:
        '브라우저용 콘솔의 /metrics에서 Prometheus 지표를 제공합니다. 이 컴퓨터의 프로그램은 로그인 없이 읽을 수 있습니다.',
    },
    headless: {
      sentence: '창을 열지 않고 브라우저에 콘솔을 제공합니다.',
    },
    demo: {
      sentence: '가상 충전기 세 대가 있는 임시 데이터 폴더를 사용합니다. 아무것도 보관하지 않습니다.',
    },
    json: {
      sentence: '준비 완료 줄을 JSON으로 출력합니다.',
    },
    'passphrase-file': {
      sentence:
        '첫 줄에 개인 키를 보호하는 암호문구가 있는 파일입니다. CHARGEHAND_PASSPHRASE에는 암호문구 자체를 넣습니다.',
      fallback: '시스템 또는 키 파일이 키를 보호함',
    },
    restore: {
      sentence: '이 백업의 사이트를 아직 사이트가 없는 데이터 폴더에 복원하고 끝냅니다.',
    },
    'check-backup': {
      sentence: '이 백업이 열리는지 확인하고 내용을 알린 뒤 끝냅니다. 사이트는 바뀌지 않습니다.',
    },
    'backup-passphrase-file': {
      sentence: '첫 줄에 백업의 암호문구가 있는 파일입니다. CHARGEHAND_BACKUP_PASSPHRASE에는 암호문구 자체를 넣습니다.',
      fallback: '터미널에서 물어봄',
    },
    'recover-administrator': {
      sentence:
        '이 운영자를 새 비밀번호를 가진 관리자로 지정하고 비밀번호를 출력한 뒤 끝냅니다. Chargehand가 실행 중이 아니어야 합니다.',
    },
    help: {
      sentence: '이 텍스트를 출력하고 끝냅니다.',
    },
    version: {
      sentence: '버전을 출력하고 끝냅니다.',
    },
  },
  recovered: '{{name}}은(는) 이제 관리자입니다. 비밀번호: {{password}} (로그인한 뒤 다른 비밀번호로 바꾸십시오)',
  problem: {
    noOperators: '운영자가 없어 로그인할 필요가 없습니다.',
    noOperator: '그런 운영자가 없습니다. 운영자: {{names}}.',
    unknown: '그런 옵션이 없습니다.',
    unknownNear: '그런 옵션이 없습니다. --{{name}}입니까?',
    twice: '두 번 지정되었습니다.',
    takesNoValue: '값을 받지 않습니다.',
    needsValue: '값이 필요합니다({{value}}).',
    notYesOrNo: '“{{given}}”은(는) 1도 0도 아닙니다.',
    noPort: '“{{given}}”은(는) 포트 번호(0–65535)가 아닙니다.',
    noAddress: '“{{given}}”은(는) 192.0.2.10, ::, 0.0.0.0과 같은 네트워크 주소가 아닙니다.',
    noHttpOrigin: '“{{given}}”은(는) 뒤에 아무것도 없는 http://192.0.2.10:9000과 같은 주소가 아닙니다.',
    passphraseTwice: '파일과 {{variable}} 중 하나만 지정하십시오.',
    demoFolder: '자체 임시 폴더를 사용합니다. --data와 CHARGEHAND_DATA를 빼십시오.',
    folderNotMade: '폴더 {{folder}}을(를) 만들 수 없습니다({{reason}}).',
    notTogether: '{{other}}과(와) 함께 쓸 수 없습니다.',
    passphraseMissing: '암호문구가 필요한데 여기에서는 물어볼 수 없습니다.',
    passphraseUnreadable: '파일 {{file}}을(를) 읽을 수 없습니다.',
    passphraseEmpty: '{{file}}의 첫 줄이 비어 있습니다.',
  },
}
