import type { Translation } from '@shared/words/translation'
import type { tolerance as EnglishTolerance } from '../en/tolerance'

export const tolerance: Translation<typeof EnglishTolerance> = {
  strict: {
    title: 'OCPP 준수 수준',
    tolerant: '허용',
    tolerantHint: 'OCPP 규격과 다르지만 해가 없는 내용은 받아들이고 아래에 표시합니다.',
    strict: '엄격',
    strictHint:
      '규격과 다른 내용은 받아들이지 않으며, 인증 시험이 요구하는 대로 부팅이 수락되기 전에는 아무것도 처리하지 않습니다. 거부된 메시지는 충전기에서 사라질 수 있습니다.',
    saved: {
      strict: '지금부터 {{identity}}에 OCPP를 엄격하게 적용합니다',
      tolerant: '{{identity}}에 다시 허용 처리를 적용합니다',
    },
  },
  list: {
    title: '규격과 다른 동작',
    empty: '아직 없습니다. 이 충전기가 보낸 내용은 모두 규격에 맞습니다.',
    never: '충전기가 한 번도 연결되지 않았습니다. 규격과 다른 동작이 여기에 표시됩니다.',
    accepted: '허용됨',
    refused: '거부됨',
    accept: '허용: {{what}}',
    saved: { accepted: '지금부터 허용합니다: {{what}}', refused: '지금부터 거부합니다: {{what}}' },
    noted: '기록만 함: 거부할 수 없습니다.',
    strictNow: '엄격하게 적용하는 동안 거부함',
    times: '{{place}}에서 {{times}}회, 마지막 {{when}}',
    once: '{{place}}에서 1회, {{when}}',

    more_other: '그 밖에 {{count}}곳',
  },
  what: '{{station}}: {{quirk}}',
  quirk: {
    'extra-field': '규격에 없는 필드를 보냄',
    'null-field': '생략해야 할 필드에 null을 씀',
    'empty-list': '생략해야 할 곳에 빈 목록을 씀',
    'number-as-text': '숫자를 텍스트로 씀',
    'text-as-number': '텍스트 자리에 숫자를 씀',
    'truth-as-text': '참과 거짓을 텍스트나 숫자로 씀',
    fraction: '정수 자리에 소수를 보냄, 반올림하여 처리',
    'many-decimals': '허용보다 많은 소수 자리를 보냄, 반올림하여 처리',
    'letter-case': '선택 값의 대소문자나 철자가 다름(“available”, “SUSPENDED_EV”)',
    celcius: '섭씨 단위의 철자가 다름',
    'unknown-choice': '고유한 이유나 오류 코드를 보냄, “기타”로 처리',
    'unknown-reading': 'OCPP에 없는 항목을 측정함, 보관하되 세션에는 쓰지 않음',
    'time-without-zone': '시간대 없는 시각을 보냄, UTC로 처리',
    'long-text': '너무 긴 설명을 보냄, 잘라서 처리',
    'missing-time': '메시지에 시각이 없음, 도착 시각으로 처리',
    'stream-times': '값 스트림에 시작부터의 초 대신 전체 시각을 씀',
    'missing-field': '여기에서는 필요 없는 필수 필드를 생략함',
    'extra-frame-parts': '메시지의 구성 부분이 규격보다 많음, 나머지는 무시',
    'action-spelling': '메시지 이름의 철자가 다름',
    'error-spelling': '해당 버전에 없는 오류 코드로 응답함',
    'long-message-id': '36자보다 긴 메시지 ID를 씀',
    'calls-in-advance': '이전 메시지의 응답을 받기 전에 다음 메시지를 보냄',
    'no-boot': 'BootNotification을 보낸 적이 없음',
    'transaction-minus-one': '트랜잭션 −1을 보냄: 트랜잭션 번호를 받지 못함',
  },
}
