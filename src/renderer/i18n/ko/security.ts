import type { Translation } from '@shared/words/translation'
import type { security as EnglishSecurity } from '../en/security'

export const security: Translation<typeof EnglishSecurity> = {
  now: {
    title: '현재 연결 방식',
    offline: '연결되어 있지 않습니다.',
    ws: 'TLS 없음(ws://)',
    wss: 'TLS 사용(wss://)',
    nothing: '신원 확인을 요구하지 않았습니다. 이 네트워크의 누구든 {{identity}} 이름으로 연결할 수 있습니다.',
    password: '비밀번호로 신원이 확인되었습니다.',
    certificate: '인증서로 신원이 확인되었습니다.',
    hasCertificate: '이 사이트의 인증서를 받았습니다. 프로파일 3에서는 이 인증서로 자신을 증명합니다.',
  },
  profile: {
    title: '보안 프로파일',
    hint: '이 충전기가 신원을 증명하는 방식입니다. 다른 방식은 모두 거부합니다.',
    name: {
      '0': '0 · 증명 없음',
      '1': '1 · 비밀번호, TLS 없음',
      '2': '2 · 비밀번호와 TLS',
      '3': '3 · 인증서(상호 TLS)',
    },
    means: {
      '0': 'TLS 사용 여부와 관계없이 이름만으로 연결을 허용합니다. 다른 사람이 쓸 수 없는 네트워크에서만 사용하십시오.',
      '1': '비밀번호를 암호화하지 않고 보내므로 중간에서 누구나 읽을 수 있습니다. 신뢰할 수 있는 네트워크에서만 사용하십시오.',
      '2': '비밀번호를 TLS로 보냅니다. 충전기에 이 사이트의 루트 인증서가 있어야 하며, 없다면 인증서를 확인하지 않도록 설정되어 있어야 합니다.',
      '3': '여기에서 일련번호에 맞추어 발급한 인증서를 제시합니다. 가장 안전한 방식입니다.',
    },
    set: '프로파일 {{profile}} 설정',
    confirm: {
      title: '{{identity}}에 프로파일 {{profile}} 보안을 적용하시겠습니까?',
      disconnects: '지금은 다른 방식으로 연결되어 있습니다. 그 연결을 끊으며, 다음 방식으로만 다시 연결됩니다.',
      keeps: '지금부터 다음 방식으로만 연결을 허용합니다.',
      change: '충전기 쪽 설정도 바꾸십시오. 그러지 않으면 프로파일을 되돌릴 때까지 연결되지 않습니다.',
      endsUpgrade:
        '이 충전기의 업그레이드가 진행 중이며 이 변경으로 끝납니다. 충전기가 이미 전환하고 있을 수 있으며, 그 후 다른 방식으로 연결하면 거부됩니다.',
      yes: '프로파일 {{profile}} 설정',
    },
    saved: '지금부터 {{identity}}에 프로파일 {{profile}} 보안을 적용합니다.',
    'needs-tls': '변경하지 않았습니다. 이 컴퓨터가 TLS로 수신하고 있지 않습니다.',
    'needs-plain': '변경하지 않았습니다. 프로파일 1에 필요한 TLS 없는 포트가 닫혀 있습니다. 설정에서 열 수 있습니다.',
    'needs-password': '변경하지 않았습니다. 먼저 이 충전기의 비밀번호를 설정하십시오.',
    'needs-certificate':
      '변경하지 않았습니다. 이 충전기에 아직 이 사이트의 인증서가 없습니다. 충전기가 인증서를 요청하면 인증서 요청에서 승인하십시오.',
    'needs-serial-number':
      '변경하지 않았습니다. 인증서는 일련번호에 맞추어 발급되는데 이 충전기의 일련번호를 알 수 없습니다.',
  },
  password: {
    title: '비밀번호',
    none: '비밀번호가 없습니다.',
    set: '{{when}} 설정됨',
    next: '새 비밀번호를 만들었으나 충전기가 아직 사용하지 않았습니다. 그때까지 이전 비밀번호도 유효합니다. 만든 시각: {{when}}',
    generate: '비밀번호 만들기',
    rotate: '새 비밀번호 전송',
    rotateHint: '새 비밀번호를 연결을 통해 충전기에 알립니다. 직접 입력할 필요가 없습니다.',
    once: {
      title: '{{identity}}의 비밀번호',
      body: '지금 충전기에 입력하십시오. 다시 표시할 수 없습니다.',
      user: '사용자 이름',
      password: '비밀번호',
      older: 'OCPP 1.6에서는 AuthorizationKey입니다. 충전기가 이 비밀번호를 쓸 때까지 이전 비밀번호도 유효합니다.',
      done: '적어 두었음',
    },
    sent: '{{identity}}에 새 비밀번호를 보내고 있습니다.',
    offline: '{{identity}}이(가) 연결되어 있지 않아 새 비밀번호를 알릴 수 없습니다.',
    'no-password': '{{identity}}에 아직 비밀번호가 없습니다. 여기에서 첫 비밀번호를 만들어 충전기에 입력하십시오.',
    'not-possible': '{{identity}}에는 연결을 통해 비밀번호를 알릴 수 없습니다. 여기에서 만들어 직접 입력하십시오.',
    'too-many-open':
      '{{identity}}에 새 비밀번호를 여러 개 보냈으나 하나도 사용하지 않았습니다. 새로 연결될 때까지 모두 유효합니다. 충전기를 재시작한 뒤 다시 보내십시오.',
  },
  calls: {
    title: '거부된 연결',
    strangers: '거부된 호출',
    none: '이 충전기의 연결이 거부된 적이 없습니다.',

    times_other: '{{count}}회',
    what: '{{who}}: {{what}}.',
    last: '마지막 {{when}}',
    from: '주소 {{address}}',
    unnamed: '이름 없는 호출',
    forget: '지우기',
    forgetOne: '지우기: {{what}}',

    more_other: '그 밖에 {{count}}건',
  },
  handshake: {
    open: '주고받은 내용',
    label: '주고받은 내용, 순서대로',
    site: 'Chargehand',
    theCaller: '호출한 쪽',
    caller: { charger: '충전기', device: '장치' },
    step: {
      calls: '이 컴퓨터에 연결함',
      'offers-tls': 'TLS를 제안함',
      'agrees-tls': '버전과 암호 스위트에 합의함',
      'shows-site': '이 사이트의 인증서를 제시함',
      'trusts-site': '그 인증서를 신뢰함',
      'shows-own': '자기 인증서를 제시함',
      asks: '자기 신원을 밝힘: {{path}}',
      speaks: '사용하는 버전을 밝힘',
      password: '사용자 이름과 비밀번호를 보냄',
      admits: '연결을 허용함',
      'keeps-rules': '허용된 범위를 지킴',
    },
    state: { done: '완료', broke: '여기에서 중단됨', never: '이르지 못함' },
  },
  refusedDevice: {
    none: '인증서를 제시하지 않았습니다',
    notForThis: '장치임을 증명하는 데 쓸 수 없는 인증서를 제시했습니다',
    enrol: '토큰으로 다시 등록하게 하십시오(장치). 장치는 이 사이트의 인증서와 그 키로 자신을 증명합니다.',
  },
  refused: {
    'needs-tls': {
      what: 'TLS 없이 연결했으나 설정은 프로파일 {{profile}}입니다',
      todo: '충전기에 wss://로 시작하는 주소를 입력하거나 여기에서 더 낮은 프로파일을 설정하십시오.',
    },
    'needs-plain': {
      what: 'TLS로 연결했으나 프로파일 1로 설정되어 있습니다',
      todo: 'TLS로 비밀번호를 보낸다면 여기에서 프로파일 2로 설정하십시오.',
    },
    'no-password': {
      what: '비밀번호를 보내지 않았으나 설정은 프로파일 {{profile}}입니다',
      todo: '충전기에 비밀번호를 입력하거나(1.6: AuthorizationKey, 2.x: BasicAuthPassword) 여기에서 새로 만드십시오.',
    },
    'wrong-user': {
      what: '잘못된 사용자 이름 {{user}}을(를) 보냈습니다',
      todo: '충전기의 사용자 이름은 주소에 있는 충전기 이름과 같아야 합니다.',
    },
    'wrong-password': {
      what: '잘못된 비밀번호를 보냈습니다',
      todo: '여기에서 새 비밀번호를 만들어 충전기에 입력하십시오. 이 사이트의 충전기가 아니라면 누군가 비밀번호를 추측하고 있는 것입니다.',
    },
    busy: {
      what: '다른 비밀번호를 너무 많이 확인하는 동안 비밀번호를 보냈습니다',
      todo: '저절로 다시 시도합니다. 계속되면 누군가 그 주소에서 비밀번호를 추측하고 있는 것입니다.',
    },
    'no-certificate': {
      what: '인증서를 제시하지 않았으나 프로파일 3으로 설정되어 있습니다',
      todo: '더 낮은 프로파일을 설정하고 인증서를 요청하게 한 뒤 다시 프로파일 3으로 설정하십시오.',
    },
    'certificate-untrusted': {
      what: '이 사이트에서 발급하지 않은 인증서를 제시했습니다({{issuer}})',
      todo: '이 사이트의 인증서를 요청하게 하십시오. 더 낮은 프로파일을 설정하고 요청을 보내게 한 뒤 인증서 요청에서 승인하십시오.',
    },
    'certificate-self-signed': {
      what: '스스로 서명한 인증서를 제시했습니다',
      todo: '대부분의 충전기는 이런 인증서를 갖고 출하됩니다. 이 사이트의 인증서를 요청하게 하십시오. 더 낮은 프로파일을 설정하고 요청을 보내게 한 뒤 인증서 요청에서 승인하십시오.',
    },
    'certificate-path': {
      what: '서명 권한이 없는 인증서로 서명된 인증서를 제시했습니다({{issuer}})',
      todo: '충전기가 실수로 이렇게 하는 일은 없습니다. 누군가 이 사이트의 인증서로 자기 인증서를 만들려 했을 수 있습니다. 어디에서 연결했는지 확인하십시오.',
    },
    'certificate-of-authority': {
      what: '인증 기관의 인증서({{subject}})를 자기 것으로 제시했습니다',
      todo: '충전기가 그런 키를 가질 수는 없습니다. 이 사이트의 인증 기관이라면 키가 이 컴퓨터 밖으로 유출된 것입니다. 인증서 페이지에서 교체하십시오.',
    },
    'certificate-not-for-this': {
      what: '충전기의 신원을 증명하는 용도가 아닌 인증서를 제시했습니다',
      todo: '이 사이트의 인증서를 요청하게 하십시오.',
    },
    'certificate-expired': {
      what: '만료된 인증서를 제시했습니다',
      todo: '더 낮은 프로파일을 설정하고 새 인증서를 요청하게 한 뒤 다시 프로파일 3으로 설정하십시오.',
    },
    'certificate-not-yet': {
      what: '아직 유효 기간이 시작되지 않은 인증서를 제시했습니다',
      todo: '이 컴퓨터의 시계를 확인하십시오.',
    },
    'certificate-unknown': {
      what: '이 사이트의 기록에 없는 인증서를 제시했습니다(일련번호 {{serialNumber}})',
      todo: '백업을 복원했습니까? 새 인증서를 요청하게 하십시오.',
    },
    'certificate-revoked': {
      what: '폐기된 인증서를 제시했습니다',
      todo: '다시 연결하게 하려면 더 낮은 프로파일을 설정하고 새 인증서를 요청하게 하십시오.',
    },
    'certificate-of-device': {
      what: '장치 {{device}}의 인증서를 제시했습니다',
      todo: '충전기에는 자체 인증서가 필요합니다. 이 사이트의 장치가 아니라면 키가 복제된 것이므로 장치의 인증서를 폐기하십시오.',
    },
    'certificate-other-station': {
      what: '{{other}}에 발급한 인증서를 제시했습니다',
      todo: '충전기에 설정된 이름을 확인하십시오. 이름이 맞다면 누군가 키를 복제한 것이므로 그 인증서를 폐기하십시오.',
    },
    'certificate-other-serial': {
      what: '일련번호 {{shown}}의 인증서를 제시했으나, 기록된 일련번호는 {{recorded}}입니다',
      todo: '하드웨어를 교체했습니까? 여기에서 일련번호를 고치거나 새 인증서를 요청하게 하십시오.',
    },
    'certificate-other-owner': {
      what: '{{subject}}의 인증서를 제시했습니다',
      todo: '이 사이트의 이름으로 새 인증서를 요청하게 하십시오.',
    },
    'no-serial-number': {
      what: '일련번호 {{shown}}의 인증서를 제시했으나, 여기에는 일련번호가 기록되어 있지 않습니다',
      todo: '정보 탭에 일련번호를 입력하십시오.',
    },
    'certificate-of-station': {
      what: '충전기 {{station}}의 인증서로 브로커에 연결했습니다',
      todo: '장치에는 자체 인증서가 필요합니다. 장치 페이지에서 등록하십시오. 이 사이트의 장치가 아니라면 충전기의 키가 복제된 것이므로 그 인증서를 폐기하십시오.',
    },
    'device-deleted': {
      what: '인증서를 제시했으나 더 이상 사용할 수 없는 장치입니다',
      todo: '다시 연결하게 하려면 새로 등록하게 하십시오.',
    },
    'other-client-id': {
      what: '다른 클라이언트 ID {{shown}}(으)로 연결했습니다',
      todo: '클라이언트 ID를 {{own}}(으)로 설정하거나 장치 페이지의 정책에 다른 ID를 적으십시오.',
    },
    'no-client-id': {
      what: '클라이언트 ID 없이 지속 세션을 요구했습니다',
      todo: '장치에 클라이언트 ID를 설정하거나 클린 세션으로 시작하게 하십시오.',
    },
    'mqtt-version': {
      what: 'MQTT {{version}}을(를) 사용했습니다',
      todo: '장치를 MQTT 3.1.1로 설정하십시오.',
    },
    'will-not-allowed': {
      what: '발행 권한이 없는 토픽 {{topic}}을(를) 유언 메시지(last will)에 지정했습니다',
      todo: '장치 페이지의 정책에서 그 토픽을 허용하거나 장치에 다른 토픽을 설정하십시오.',
    },
    'publish-not-allowed': {
      what: '발행 권한이 없는 {{topic}}에 발행했습니다',
      todo: '장치 페이지의 정책에서 그 토픽을 허용하거나 장치에 다른 토픽을 설정하십시오.',
    },
    'subscribe-not-allowed': {
      what: '읽기 권한이 없는 {{topic}}을(를) 구독했습니다',
      todo: '장치 페이지의 정책에서 그 필터를 허용하거나 장치에 더 좁은 필터를 설정하십시오.',
    },
    'too-large': {
      what: '{{bytes}}바이트 패킷을 보냈습니다. 최대는 {{most}}바이트입니다',
      todo: '장치가 더 작은 메시지를 보내게 하십시오.',
    },
    'too-slow': {
      what: '보낸 내용을 읽지 않았습니다({{bytes}}바이트 대기)',
      todo: '구독을 줄이거나 네트워크를 확인하십시오.',
    },
    'too-many-retained': {
      what: '너무 많은 토픽에 메시지를 보존했습니다',
      todo: '보존 메시지를 줄이거나 빈 보존 메시지를 발행해 토픽을 비우십시오.',
    },
    'too-many-subscriptions': {
      what: '{{most}}개가 넘는 필터를 구독했습니다',
      todo: '정책이 허용하는 와일드카드를 사용하게 하십시오.',
    },
    'connect-late': {
      what: '브로커에 연결한 뒤 아무것도 보내지 않았습니다',
      todo: 'MQTT를 사용하는지 확인하십시오. 포트 스캐너도 이렇게 합니다.',
    },
    'mqtt-broken': {
      what: 'MQTT가 아닌 데이터를 보냈습니다({{problem}})',
      todo: '장치가 이 포트에서 MQTT 3.1.1을 사용하는지 확인하십시오.',
    },
    'no-identity': {
      what: '충전기 이름이 없는 {{path}}에 연결했습니다',
      todo: '주소 끝에 충전기 이름을 붙이십시오. 예: {{path}}CP_1',
    },
    'bad-identity': {
      what: '이름으로 쓸 수 없는 {{path}}에 연결했습니다',
      todo: '충전기 이름은 문자, 숫자, - _ . 로 48자까지 쓸 수 있으며 쌍점은 쓸 수 없습니다.',
    },
    'no-protocol': {
      what: 'OCPP 버전을 제시하지 않았습니다',
      todo: '충전기를 OCPP over WebSocket(JSON)으로 전환하십시오. SOAP은 지원하지 않습니다.',
    },
    'other-protocol': {
      what: '{{offered}}만 제시했습니다',
      todo: '충전기를 OCPP 1.6(JSON), 2.0.1 또는 2.1로 설정하거나 펌웨어를 업데이트하십시오.',
    },
    'refused-station': {
      what: '거부한 뒤에 다시 연결을 시도했습니다',
      todo: '연결하게 하려면 충전기를 승인하십시오.',
    },
    'too-many-waiting': {
      what: '알 수 없는 충전기이며, 승인을 기다리는 충전기가 이미 너무 많습니다',
      todo: '기다리는 충전기를 승인하거나 거부하십시오. 이 충전기를 직접 추가해도 됩니다.',
    },
    'too-many-connections': {
      what: '연결이 너무 많을 때 연결을 시도했습니다',
      todo: '{{address}}에서 그 밖에 무엇이 연결하는지 확인하십시오.',
    },
    'tls-none': {
      what: 'TLS용 포트에서 TLS를 사용하지 않았습니다',
      todo: '충전기에 wss://로 시작하는 주소를 입력하거나 TLS 없는 포트를 지정하십시오.',
    },
    'tls-version': {
      what: 'TLS 1.0 또는 1.1만 제안합니다',
      todo: '펌웨어를 업데이트하십시오. 그때까지 OCPP 1.6 충전기는 구형 충전기 모드(설정)로 연결할 수 있고, 그 밖의 충전기는 신뢰할 수 있는 네트워크에서만 TLS 없이(ws://) 연결할 수 있습니다.',
    },
    'tls-too-old': {
      what: '{{version}}과(와), 이를 허용하지 않는 OCPP 버전으로 연결했습니다',
      todo: '구형 충전기 모드는 OCPP 1.6만 사용할 수 있습니다. 펌웨어를 업데이트하거나 OCPP 1.6으로 설정하십시오.',
    },
    'tls-suite': {
      what: '더 이상 안전하지 않은 암호화만 제안합니다({{problem}})',
      todo: '펌웨어를 업데이트하십시오. 그때까지 신뢰할 수 있는 네트워크에서만 TLS 없이(ws://) 연결할 수 있습니다.',
    },
    'tls-alpn': {
      what: 'TLS 안에서 WebSocket이 아닌 것을 요구했습니다(ALPN)',
      todo: '충전기를 OCPP over WebSocket(JSON)으로 설정하십시오.',
    },
    'tls-not-trusted': {
      what: '이 컴퓨터의 인증서를 신뢰하지 않습니다({{problem}})',
      todo: '이 사이트의 루트 인증서를 충전기에 설치하고(인증서 페이지), 충전기의 시계와 주소를 확인하십시오.',
    },
    'tls-broken-off': {
      what: 'TLS 핸드셰이크 중에 연결을 끊었습니다',
      todo: '대개 이 컴퓨터를 신뢰하지 않기 때문입니다. 이 사이트의 루트 인증서를 충전기에 설치하고 시계를 확인하십시오.',
    },
    'tls-late': {
      what: '연결한 뒤 아무것도 보내지 않았습니다',
      todo: 'wss://로 설정되어 있는지 확인하십시오. 포트 스캐너도 이렇게 합니다.',
    },
    'tls-other': {
      what: 'TLS 핸드셰이크에 실패했습니다({{problem}})',
      todo: '펌웨어를 업데이트하거나 이 용어를 제시하고 제조사에 문의하십시오.',
    },
  },
}
