import type { Translation } from '@shared/words/translation'
import type { settings as EnglishSettings } from '../en/settings'

export const settings: Translation<typeof EnglishSettings> = {
  title: '설정',
  parts: {
    label: '설정 구분',
    language: '언어',
    reach: '충전기',
    operators: '운영자',
    people: '두 사람 승인',
    scripts: '스크립트',
    reports: '보고서',
    backup: '백업',
    updates: '업데이트',
    computer: '이 컴퓨터',
  },
  language: {
    title: '언어',
    means: '알림, 숫자, 날짜에도 적용됩니다. 저마다 따로 선택하며 이 컴퓨터에 기억됩니다.',
  },
  desktop: {
    title: '이 컴퓨터',
    keepAwake: 'Chargehand가 실행되는 동안 절전 모드 방지',
    keepAwakeMeans:
      '컴퓨터가 절전 모드이면 카드를 확인할 수 없고 충전기의 보고는 충전기에 쌓입니다. 화면은 꺼져도 됩니다.',
    startAtLogin: '로그인할 때 Chargehand 시작',
    noStart:
      '로그인할 때 시작하려면 데스크톱의 시작 프로그램에 Chargehand를 추가하십시오. 이 시스템에서는 프로그램이 스스로 추가할 수 없습니다.',
    saved: '저장했습니다.',
  },
  backup: {
    title: '백업',
    intro:
      '백업에는 충전기, 카드, 세션, 인증서, 펌웨어, 인증 기관의 개인 키까지 사이트 전체가 들어 있습니다. 백업이 없으면 디스크가 고장 났을 때 모든 충전기에 새 인증서를 발급해야 합니다.',
    passphrase: '암호문구',
    repeat: '암호문구 확인',
    passphraseHint:
      '{{min}}자 이상이어야 합니다. 적어 두십시오. 암호문구가 없으면 이 컴퓨터에서도 백업을 열 수 없습니다.',
    passphraseKept: '비워 두면 이전 암호문구를 그대로 씁니다.',
    withLogs: '충전기가 올린 로그 포함',
    problem: {
      short: '{{min}}자 이상이어야 합니다.',
      different: '두 암호문구가 서로 다릅니다.',
      folder: '폴더의 전체 경로를 입력하십시오.',
      keep: '1에서 {{max}} 사이의 수를 입력하십시오.',
    },
    last: {
      saved: '마지막 수동 백업',
      planned: '마지막 매일 백업',
      trial: '마지막 백업 검증',
      next: '다음 매일 백업',
      never: '없음',
      noPlan: '설정되지 않음',
      opened: '{{name}}: 열리며 온전함',
      failed: '실패: {{problem}}',
      made: '{{name}}, {{size}}',
    },
  },
  save: {
    title: '지금 백업',
    text: '모든 내용을 암호화한 파일 하나에 저장합니다. 다른 디스크나 USB 메모리에 보관하십시오. 백업이 열리는지 확인하려면 --check-backup 옵션에 파일을 지정하여 Chargehand를 시작하십시오.',
    submit: '백업 저장',
    progress: '약 {{about}} 중 {{done}}',
    preparing: '데이터베이스를 복사하고 있습니다. 그동안 사이트는 계속 작동합니다.',
    saved: '저장했습니다: {{name}}, {{size}}.',
    cancel: '취소',
    incomplete: '백업을 끝내지 못해 저장된 것이 없습니다. 다시 시도하십시오.',
  },
  plan: {
    title: '매일 백업',
    text: 'Chargehand가 실행되는 동안 그 컴퓨터의 폴더에 저절로 백업합니다. 다른 디스크, USB 메모리, 네트워크 폴더를 쓸 수 있습니다.',
    folder: '폴더',
    folderHint: '전체 경로. 예: {{example}}',
    hour: '시각',
    keep: '보관할 백업 수',
    submit: '매일 백업 저장',
    saved: '매일 백업을 설정했습니다. {{at}}에 다음 백업을 합니다.',
    remove: '매일 백업 종료',
    removed: '매일 백업을 종료했습니다. 이미 만든 백업은 그대로 남습니다.',
    run: '지금 폴더에 백업',
    made: '백업했습니다: {{name}}, {{size}}.',
    try: '최신 백업 검증',
    tryHint:
      '“최신 백업 검증”: 운영 중인 사이트와 별도로 백업을 열어 복호화, 데이터베이스, 키를 모두 확인합니다. 사이트는 바뀌지 않습니다.',
    opens:
      '{{name}}이(가) 열리며 온전합니다: 충전기 {{stations}}대, 카드 {{cards}}장, 세션 {{sessions}}건, 파일 {{files}}개, 키 {{keys}}개.',
    none: '이 폴더에 아직 매일 백업이 없습니다.',
    outcome: {
      passphraseNeeded: '매일 백업의 암호문구를 정하십시오.',
      folderUnusable: '이 폴더를 사용할 수 없습니다: {{reason}}.',
      folderOfTheSite:
        '이 폴더는 사이트 데이터에 속합니다. 사이트 데이터를 잃어도 백업은 남아야 하므로 다른 폴더를 선택하십시오.',
    },
  },
  authority: {
    title: '인증 기관 내보내기',
    text: '충전기의 인증서를 다른 프로그램에서 발급할 때 씁니다. 같은 키가 백업에 이미 들어 있습니다. 파일과 암호문구를 가진 사람은 이 사이트의 모든 충전기가 신뢰하는 인증서를 만들 수 있습니다.',
    role: '내보낼 대상',
    roles: {
      issuing: '발급 CA와 개인 키, 루트 인증서',
      root: '루트와 개인 키',
    },
    passphraseHint: '{{min}}자 이상이어야 합니다. 다른 프로그램에서 이 암호문구를 묻습니다.',
    submit: '인증 기관 내보내기',
    saved: '{{name}}을(를) 저장했습니다. 다른 사람이 읽을 수 없는 곳에 보관하십시오.',
  },
  restore: {
    title: '복원',
    text: '사이트가 없는 컴퓨터에서는 첫 화면에서 “백업에서 복원”을 선택하거나, --restore와 파일을 지정하여 Chargehand를 시작하십시오. 암호문구를 입력해야 합니다. 충전기는 알고 있는 주소와 갖고 있는 인증서로 복원된 사이트에 연결합니다.',
  },
}
