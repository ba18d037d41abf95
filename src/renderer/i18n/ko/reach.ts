import type { Translation } from '@shared/words/translation'
import type { reach as EnglishReach } from '../en/reach'

export const reach: Translation<typeof EnglishReach> = {
  title: '충전기 연결 주소',
  intro:
    'TLS로 연결하는 충전기는 자신이 연결한 이름이나 주소를 제시받은 인증서와 비교합니다. 인증서에 없는 주소로는 연결하지 못합니다.',
  names: {
    title: '이름과 주소',
    found: '이 컴퓨터에서 찾음',
    shown: '현재 인증서의 내용',
    until: '인증서 만료',
    none: '열린 TLS 포트가 없어 인증서를 제시하지 않습니다.',
    label: '추가할 이름과 주소, 한 줄에 하나씩',
    hint: '라우터나 DNS가 이 컴퓨터에 부여한 이름 또는 라우터 뒤의 주소입니다. 첫 번째 이름이 인증서의 이름이 됩니다.',
    save: '이름 저장',
    saved: '저장했습니다. 인증서를 갱신했으며 끊긴 연결은 없습니다.',
    savedLater: '저장했습니다. 가능해지는 대로 인증서를 갱신합니다.',
    tooMany: '최대 {{max}}줄입니다.',
    problem: {
      empty: '“{{entry}}”: 비어 있습니다.',
      'with-scheme': '“{{entry}}”: wss://처럼 이름 앞에 있는 것을 빼십시오.',
      'with-path': '“{{entry}}”: 이름 뒤에 있는 것을 모두 빼십시오.',
      'with-port': '“{{entry}}”: 포트를 빼십시오. 인증서에는 포트가 들어가지 않습니다.',
      wildcard: '“{{entry}}”: 전체 이름을 쓰십시오. 충전기가 *가 있는 인증서를 받지 않을 수 있습니다.',
      'with-zone': '“{{entry}}”: 이 컴퓨터의 네트워크 카드에서만 유효하여 충전기가 쓸 수 없습니다.',
      'any-address': '“{{entry}}”: 모든 주소를 뜻합니다. 충전기가 연결할 주소를 쓰십시오.',
      'bad-address': '“{{entry}}”: IPv4 또는 IPv6 주소가 아닙니다.',
      'bad-name':
        '“{{entry}}”: 호스트 이름이 될 수 없습니다. 점으로 나눈 각 부분은 영문자, 숫자, 붙임표로 63자까지 쓸 수 있습니다.',
      'too-long': '“{{entry}}”: 호스트 이름으로 쓰기에 너무 깁니다.',
    },
  },
  plain: {
    title: 'TLS 없는 포트',
    label: 'TLS 없이 수신(ws://)',
    on: '프로파일 0과 1의 충전기에 필요합니다. 모든 충전기가 프로파일 2나 3이 되면 닫을 수 있으며, 그러면 암호화되지 않은 통신이 없어집니다.',
    off: 'wss://만 수신합니다. 새 충전기도 TLS로 연결해야 합니다.',
    publishes:
      '이 사이트의 인증서에는 {{url}}에서 확인할 수 있다고 적혀 있습니다(--pki-url). 포트가 닫혀 있는 동안에는 그곳에서 확인할 수 없습니다.',
    opened: 'Chargehand가 다시 TLS 없이 수신합니다.',
    closed: 'TLS 없는 포트를 닫았습니다.',
    needsTls: '변경하지 않았습니다. 열린 TLS 포트가 없어 닫으면 남는 포트가 없습니다.',
    confirm: {
      title: 'TLS 없는 포트를 닫으시겠습니까?',

      lockedOut_other:
        '다음 충전기 {{count}}대는 wss://로 설정하고 여기에서 더 높은 프로파일을 적용할 때까지 연결할 수 없습니다:',

      more_other: '그 밖에 {{count}}대',
      yes: '닫고 연결 차단',
    },
  },
  old: {
    title: '구형 충전기',
    label: 'TLS 1.0 또는 1.1만 쓰는 OCPP 1.6 충전기 허용',
    risk: '두 버전 모두 오래전에 안전성이 깨졌습니다. 충전기와 컴퓨터 사이에 끼어든 사람이 비밀번호를 포함한 통신 내용을 읽고 바꿀 수 있습니다. 업데이트할 수 없는 충전기가 별도 네트워크에 있을 때에만 켜고, 그 충전기가 없어지면 끄십시오. OCPP 2는 이 방식으로 연결할 수 없습니다.',
    how: 'TLS 1.0과 1.1, TLS_RSA_WITH_AES_128_CBC_SHA와 SHA-1을 사용합니다. TLS 없는 연결보다 더 신뢰하지 마십시오.',
    rsaNeeded: '이 암호 스위트에는 RSA 키 인증서가 필요한데 다른 인증서를 제시하고 있습니다. 아래에서 선택하십시오.',

    now_other: '지금 이 방식으로 연결된 충전기:',
    unused: '지금 이 방식으로 연결된 충전기가 없습니다.',
    allowed: '구형 충전기의 연결을 허용합니다.',
    ended: '구형 충전기의 연결을 더 이상 허용하지 않습니다. 연결되어 있던 충전기의 연결을 끊었습니다.',
    confirm: {
      title: '구형 충전기의 연결을 허용하시겠습니까?',
      yes: '구형 충전기 허용',
    },
  },
  keys: {
    title: '제시하는 인증서',
    both: '충전기마다 맞는 인증서를 제시합니다. EC 키(P-256) 또는 RSA 키(2048비트)이며 선택할 것이 없습니다.',
    one: '창에서 실행되는 Chargehand는 TLS 라이브러리 때문에 인증서를 하나만 제시합니다. 창 없이 실행하면(--headless) 두 인증서 중 충전기에 맞는 것을 제시합니다.',
    ec: 'EC 키(P-256)',
    ecMeans: 'ECDHE-ECDSA 스위트나 TLS 1.3을 쓰는 충전기용입니다. 최근 충전기는 거의 모두 해당합니다.',
    rsa: 'RSA 키(2048비트)',
    rsaMeans: 'RSA 스위트만 아는 충전기용입니다. OCPP 1.6 충전기에 많습니다.',
    saved: '지금부터 연결하는 충전기에 {{name}} 인증서를 제시합니다.',
  },
}
