import type { Translation } from '@shared/words/translation'
import type { updates as EnglishUpdates } from '../en/updates'

export const updates: Translation<typeof EnglishUpdates> = {
  title: '업데이트',
  version: 'Chargehand {{version}} 버전입니다.',
  intro:
    '저절로 설치되는 것은 없으며, 아래에서 켜지 않으면 찾지도 않습니다. 이 프로그램에 내장된 다음 키로 서명된 업데이트만 받습니다.',
  noKey:
    '이 Chargehand는 배포 키 없이 만들어졌습니다. 진짜 업데이트와 가짜를 구별할 수 없어 아무것도 받지 않습니다. 다음 버전은 백업한 뒤 설치 프로그램으로 덮어 설치하십시오.',
  released: '{{size}}, {{date}} 배포',
  file: {
    title: '파일로 업데이트',
    text: '새 버전과 함께 제공되는 작은 파일 “{{name}}”을(를) USB 메모리 등으로 가져오십시오. 무엇이든 시작하기 전에 둘 다 검사합니다.',
    choose: '두 파일 선택',
    both: '두 파일을 함께 선택하십시오: 새 버전, 그리고 그 옆의 작은 파일 “{{name}}”.',
    broken: '파일을 끝까지 읽지 못했습니다. 다시 선택하십시오.',
  },
  transfer: {
    console: '버전 {{version}} 복사 및 검사 중: {{size}} 중 {{done}}',
    feed: '버전 {{version}} 가져오기 및 검사 중: {{size}} 중 {{done}}',
    cancel: '취소',
    cancelled: '취소했습니다. 남은 것은 없습니다.',
  },
  feed: {
    title: '업데이트 출처',
    text: '하루에 한 번 새 버전이 있는지 확인하고 알려 드립니다. 작은 파일 하나만 요청하며 사이트에 대해서는 아무것도 보내지 않습니다. 네트워크가 없으면 아무 일도 하지 않습니다.',
    address: '주소 또는 폴더',
    hint: 'https://로 시작하는 주소, 또는 네트워크 드라이브나 USB 메모리 같은 폴더의 전체 경로',
    none: '주소나 폴더를 입력하십시오.',
    switchOn: '매일 확인',
    switchOff: '확인 중지',
    on: '하루에 한 번 확인하는 곳',
    look: '지금 확인',
    lookedAt: '마지막 확인',
    never: '아직 없음',
    newest: '더 새로운 버전이 없습니다.',
    newer: '버전 {{version}}이(가) 있습니다.',
    off: '더 이상 확인하지 않습니다.',
  },
  found: {
    title: '버전 {{version}} 있음',
    fetch: '버전 {{version}} 가져오기',
  },
  ready: {
    title: '버전 {{version}} 검사 완료, 설치 준비됨',
    install: '백업 후 버전 {{version}} 설치',
    backUp: '백업하고 입력할 명령 보기',
    remove: '삭제',
    removed: '버전 {{version}} 삭제함.',
    closes:
      '백업을 만들고 Chargehand를 종료한 뒤 새 버전이나 그 설치 프로그램을 시작합니다. 새 버전이 실행될 때까지 충전기는 자체 목록으로 판단합니다. 세션은 계속되며 보고는 나중에 옵니다.',
    connected_other: '지금 충전기 {{count}}대가 연결되어 있습니다.',
    byHandMeans:
      '여기서는 Chargehand가 직접 설치하지 않습니다. 백업을 만든 다음, 이 컴퓨터의 관리자가 입력할 명령을 보여 줍니다.',
    daily: '백업은 매일 백업과 같이 {{folder}}에 저장됩니다.',
    passphrase: '백업은 이 암호문구로 암호화되어 데이터 폴더에 남습니다. 이것으로 이전 버전으로 돌아갈 수 있습니다.',
    passphraseHint: '{{min}}자 이상이어야 합니다. 적어 두십시오. 암호문구가 없으면 백업을 열 수 없습니다.',
    type: 'Chargehand가 실행되는 컴퓨터에서 다음을 입력한 뒤 Chargehand를 다시 시작하십시오.',
    command: '명령',
    backup: '백업: {{file}}',
    leaving: 'Chargehand를 종료합니다. 새 버전이나 그 설치 프로그램이 저절로 시작됩니다.',
    stays: 'Chargehand를 계속 실행합니다. 업데이트는 준비된 채로 남습니다.',
    nothing: '설치할 것이 더 없습니다.',
    otherBackup: '그 백업을 만들 수 없으면 암호문구를 정하십시오. 그러면 백업이 데이터 폴더에 남습니다.',
  },
}
