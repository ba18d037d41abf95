import type { Translation } from '@shared/words/translation'
import type { firstSteps as EnglishFirstSteps } from '../en/firstSteps'

export const firstSteps: Translation<typeof EnglishFirstSteps> = {
  title: '첫 단계',
  about:
    '빈 사이트에서 첫 세션과 백업까지 안내합니다. 마친 단계는 저절로 확인됩니다. 언제든지 떠났다가 이어서 할 수 있습니다.',
  over: '모두 마쳤습니다. 다음 충전기를 위한 주소는 첫 번째 단계에 그대로 있습니다.',
  toOverview: '개요로 이동',
  later: '나중에 계속',
  numbered: '{{number}}. {{title}}',
  done: '완료',
  line: {
    title: '첫 단계: {{all}}단계 중 {{done}}단계 완료',
    next: '다음: {{step}}',
    go: '계속',
    putAway: '숨기기',
  },
  call: {
    title: '충전기 연결',
    another: '다른 충전기를 위한 주소',
    noAddress:
      '이 컴퓨터에 충전기가 연결할 수 있는 네트워크 주소가 없습니다. 충전기의 네트워크에 연결하면 여기에 주소가 나타납니다.',
    which: '충전기의 네트워크에서 이 컴퓨터의 주소는 무엇입니까?',
    withoutTls: '암호화하지 않습니다. 모든 충전기가 이렇게 시작할 수 있으며, 나중에 여기에서 TLS로 전환합니다.',
    withTls:
      '암호화합니다. 먼저 이 사이트의 루트 인증서(인증서, “루트 인증서 저장”)를 충전기에 설치해야 하며, 없으면 충전기가 연결을 끊습니다.',
    identity: '충전기 이름',
    identityHint: '충전기의 식별 이름입니다. 영문자, 숫자, -, _ 를 쓰며 충전기마다 달라야 합니다.',
    identityOdd: '공백과 특수 문자는 충전기마다 다르게 표기합니다. 영문자, 숫자, -, _ 만 쓰는 것이 좋습니다.',
    brand: '제조사',
    brandHint: '제조사별 설정 위치입니다. 제조사의 프로그램은 바뀔 수 있습니다.',
    otherBrand: '다른 제조사',
    qr: '{{address}}의 QR 코드',
    address: '주소',
    where: '충전기 설정에서 중앙 시스템, 백엔드 또는 OCPP 서버를 묻는 곳에 입력하십시오:',
    whereAt: '{{tool}}, “{{field}}” 입력란:',
    ownField: '“{{field}}” 입력란에는 이것을 입력하십시오:',
    serialNumber: '충전기가 끝에 일련번호를 스스로 붙이며, 그 일련번호가 충전기 이름이 됩니다.',
    apart:
      '주소와 이름을 따로 입력하는 충전기도 있습니다. 그런 경우 주소에서 이름을 빼십시오. OCPP 1.6 JSON, 2.0.1 또는 2.1을 선택하십시오.',
    nobody: '아직 연결한 충전기가 없습니다. 연결하면 여기에 저절로 나타납니다.',
    turnedAway:
      '충전기가 연결을 시도했으나 거절되었습니다. 이유와 해결 방법은 아래에 있습니다. 해결하면 여기에 저절로 나타납니다.',
    check:
      '나타나지 않으면 확인하십시오. 이 컴퓨터와 같은 네트워크에 있습니까? 설정을 바꾼 뒤 재시작했습니까? 이 컴퓨터의 방화벽이 포트를 허용합니까?',
  },
  admit: {
    title: '충전기 승인',
    text: '충전기가 알린 정보를 명판과 비교하십시오. 승인해야 충전기를 사용할 수 있습니다.',
    refused: '연결한 충전기가 모두 거부되었습니다. 충전기 페이지에서 승인하십시오.',
    stations: '충전기 페이지 열기',
  },
  card: {
    title: '첫 카드 등록',
    text: '충전기에 카드를 대면 등록 버튼과 함께 알 수 없는 카드로 여기에 나타납니다. 이 컴퓨터의 USB 리더도 쓸 수 있습니다.',
    type: '번호 입력',
  },
  session: {
    title: '첫 충전',
    text: '차량에 플러그를 꽂고 등록한 카드를 충전기에 대십시오. 1–2초 안에 개요에 세션이 나타납니다.',
    watch: '개요에서 보기',
  },
  backup: {
    title: '백업',
    text: '암호화된 파일 하나에 키를 포함한 사이트 전체가 들어갑니다. 다른 디스크의 폴더에 매일 백업하는 것이 가장 좋습니다.',
    open: '백업 열기',
  },
  wayBack: {
    done: '이 단계를 마쳤습니다.',
    open: '백업을 만들면 이 단계가 끝납니다.',
    go: '첫 단계로 돌아가기',
  },
  afterwards: {
    title: '다음에 할 일',
    operators: '운영자',
    operatorsHint: '운영자가 없는 동안에는 콘솔을 열 수 있는 사람이 무엇이든 할 수 있습니다.',
    profiles: '보안 프로파일',
    profilesHint:
      '지금까지 충전기는 이름으로만 확인됩니다. Chargehand가 비밀번호, TLS, 자체 인증서까지 단계별로 전환합니다.',
    tariffs: '요금제',
    tariffsHint: '가격을 정하면 월별 보고서에 충전 요금이 표시됩니다.',
  },
}
