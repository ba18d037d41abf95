import type { backup as EnglishBackup } from '../en/backup'
import type { Translation } from '../translation'

export const backup: Translation<typeof EnglishBackup> = {
  format: '백업 형식 {{version}}',
  data: '데이터 버전 {{version}}',
  damaged: {
    header: '시작 부분이 바뀜',
    content: '내용이 바뀜',
    order: '각 부분이 서로 맞지 않음',
    database: '데이터베이스가 SQLite의 자체 검사를 통과하지 못함: {{detail}}',
    keys: '안에 든 개인 키가 열리지 않음',
  },
  restored: '사이트 “{{site}}”의 {{at}} 상태를 {{folder}}에 복원했습니다. Chargehand를 시작하면 운영됩니다.',
  opens:
    '“{{site}}”의 {{at}} 백업이 열리며 온전합니다: 충전기 {{stations}}대, 카드 {{cards}}장, 세션 {{sessions}}건, 파일 {{files}}개, 개인 키 {{keys}}개.',
  noRoom: '{{folder}}에 {{needed}} MB가 필요한데 {{free}} MB가 남아 있음',
  notAbsolute: '전체 경로가 아님',
  notAFolder: '폴더가 아님',
  noSuchFolder: '이 컴퓨터에 그런 폴더가 없음',
  notWritable: 'Chargehand를 실행하는 계정이 그곳에 쓸 수 없음',
  noSuchFile: '그런 파일이 없음',
  ask: '백업의 암호문구: ',
}
