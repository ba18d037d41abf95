import type { errors as EnglishErrors } from '../en/errors'
import type { Translation } from '../translation'

export const errors: Translation<typeof EnglishErrors> = {
  UNKNOWN_STATION: '이 번호의 충전기가 더 이상 없습니다. 충전기 목록을 다시 여십시오.',
  UNKNOWN_CARD: '이 번호의 카드가 더 이상 없습니다. 카드 목록을 다시 여십시오.',
  UNKNOWN_REQUEST: '이 번호의 인증서 요청이 더 이상 없습니다. 인증서 요청 페이지를 다시 여십시오.',
  UNKNOWN_CERTIFICATE: '이 번호의 인증서가 없습니다. 인증서 목록을 다시 여십시오.',
  UNKNOWN_RULE: '이 번호의 규칙이 더 이상 없습니다. 인증서 요청의 규칙을 다시 여십시오.',
  UNKNOWN_APPROVER: '이 번호의 승인자가 더 이상 없습니다. 설정을 다시 여십시오.',
  UNKNOWN_SESSION: '이 번호의 세션이 없습니다. 세션 목록을 다시 여십시오.',
  UNKNOWN_COMMAND: '이 번호의 명령이 더 이상 없습니다. 명령 목록을 다시 여십시오.',
  UNKNOWN_FILE: '이 번호의 파일이 더 이상 없습니다. 파일 목록을 다시 여십시오.',
  UNKNOWN_UPLOAD:
    '이 파일은 더 이상 추가되고 있지 않습니다. 취소되었거나 프로그램이 재시작되었습니다. 다시 추가하십시오.',
  UNKNOWN_DEVICE: '이 번호의 장치가 없습니다. 장치 목록을 다시 여십시오.',
  UNKNOWN_TOKEN: '이 번호의 토큰이 없습니다. 토큰 목록을 다시 여십시오.',
  UNKNOWN_OPERATOR: '이 번호의 운영자가 더 이상 없습니다. 설정을 다시 여십시오.',
  SIGN_IN_FIRST: '콘솔이 잠겨 있습니다. 먼저 로그인해야 합니다.',
  OPERATORS_ONLY: '운영자만 할 수 있습니다. 조회자는 보기만 할 수 있습니다.',
  OFFICERS_ONLY: '인증서 담당자나 관리자만 결정할 수 있습니다.',
  ADMINISTRATORS_ONLY: '관리자만 할 수 있습니다.',
  FILE_LOST: '파일 {{name}}이(가) 목록에는 있으나 데이터 폴더에 없습니다. 백업을 복원하거나 여기에서 제거하십시오.',
  NOT_SET_UP: '사이트가 아직 설정되지 않았습니다. 콘솔을 열어 먼저 이름을 정하십시오.',
  ALREADY_SET_UP: '사이트가 이미 설정되어 있습니다. 콘솔을 새로 고치면 보입니다.',
  DATABASE_TOO_NEW:
    '더 새로운 Chargehand가 기록한 데이터 폴더입니다(데이터 버전 {{found}}, 이 프로그램은 {{known}}까지 지원). 새 프로그램을 시작하거나 --data로 다른 폴더를 지정하십시오.',
  DATABASE_IN_USE:
    '다른 Chargehand가 데이터 폴더 {{folder}}을(를) 사용하고 있습니다. 먼저 종료하거나 --data로 다른 폴더를 지정하십시오.',
  DATABASE_UNREADABLE:
    '데이터베이스 {{file}}을(를) 읽을 수 없습니다({{reason}}). 백업을 복원하거나 --data로 다른 폴더를 지정하십시오.',
  DATA_FOLDER_UNWRITABLE:
    'Chargehand가 폴더 {{folder}}에 쓸 수 없습니다: {{reason}}. {{remedy}}. --data로 다른 폴더를 지정해도 됩니다.',
  STORE_WRITE_FAILED:
    '데이터를 디스크에 쓰지 못했습니다({{reason}}). 확인 응답을 보내지 않았습니다. 데이터 폴더의 여유 공간과 권한을 확인하십시오.',
  STORE_CLOSED: '프로그램을 종료하는 중이어서 더 이상 기록하지 않습니다.',
  LIVE_LOG_UNAVAILABLE:
    '지금은 프레임 로그를 읽을 수 없습니다({{reason}}). 충전기는 계속 작동하며 저절로 다시 시도합니다.',
  KEY_STORE_LOCKED: '이 사이트의 개인 키를 보호하는 수단({{wanted}})을 여기에서 사용할 수 없습니다. {{remedy}}',
  KEY_STORE_DAMAGED:
    '이 사이트의 개인 키를 복호화할 수 없습니다. 키 파일이나 암호문구가 이 데이터베이스의 것이 아닙니다. 맞는 “{{file}}” 파일을 되돌려 놓거나 올바른 암호문구로 시작하십시오.',
  ROOT_KEY_AWAY:
    '루트의 개인 키가 필요한데 이 컴퓨터에 없습니다. 키를 옮겨 둔 파일을 선택하고 암호문구를 입력하십시오.',
  NO_BACKUP: 'Chargehand의 백업 파일이 아닙니다. Chargehand가 만든 파일을 선택하십시오.',
  BACKUP_UNREADABLE: '백업 {{file}}을(를) 읽을 수 없습니다({{reason}}). 변경하지 않았습니다.',
  BACKUP_PASSPHRASE_WRONG:
    '이 암호문구로는 백업을 열 수 없습니다. 변경하지 않았습니다. 백업을 만들 때 쓴 암호문구로 다시 시도하십시오.',
  BACKUP_DAMAGED: '백업이 손상되었습니다: {{reason}}. 변경하지 않았습니다. 다른 사본이나 이전 백업을 사용하십시오.',
  BACKUP_CUT_OFF: '백업의 끝부분이 잘려 있습니다. 변경하지 않았습니다. 다시 복사하거나 이전 백업을 사용하십시오.',
  BACKUP_TOO_NEW:
    '더 새로운 Chargehand가 만든 백업입니다({{found}}, 이 프로그램은 {{known}}까지 지원). 변경하지 않았습니다. 새 프로그램을 설치하여 거기에서 복원하십시오.',
  BACKUP_FAILED:
    '백업하지 못했습니다({{reason}}). 남은 파일은 없으며 사이트는 계속 작동합니다. 폴더의 여유 공간과 권한을 확인하십시오.',
  BACKUP_BUSY: '지금 백업하거나 백업을 검증하고 있습니다. 끝난 뒤 다시 시도하십시오.',
  RESTORE_NOT_EMPTY:
    '데이터 폴더 {{folder}}에 이미 사이트가 있으며 변경하지 않았습니다. --data로 빈 폴더를 지정하여 복원하십시오.',
  RESTORE_FAILED:
    '백업을 {{folder}}에 풀지 못했습니다({{reason}}). 변경하지 않았습니다. 폴더의 여유 공간과 권한을 확인하십시오.',
  PORT_IN_USE:
    '{{address}}의 포트 {{port}}을(를) 이미 다른 프로그램이 사용하고 있습니다. 그 프로그램을 닫거나 {{option}}(으)로 다른 포트를 지정하십시오.',
  ADDRESS_NOT_AVAILABLE:
    '이 컴퓨터에 네트워크 주소 {{address}}이(가) 없습니다. --bind로 이 컴퓨터의 주소를 지정하거나, 모든 주소를 쓰려면 0.0.0.0을 지정하십시오.',
  PORT_FORBIDDEN: '이 계정은 포트 {{port}}을(를) 열 수 없습니다. {{option}}(으)로 1023보다 큰 포트를 지정하십시오.',
  BAD_OPTION: '{{option}}: {{problem}} --help를 참조하십시오.',
  START_FAILED:
    'Chargehand를 시작하지 못했습니다: {{reason}}. 아무것도 실행되고 있지 않습니다. 데이터 폴더에 로그가 있으면 마지막 줄에 자세한 내용이 있습니다.',
  INTERNAL: 'Chargehand 내부에 문제가 생겼습니다. 자세한 내용은 데이터 폴더의 로그에 있습니다. 서버는 계속 작동합니다.',
}
