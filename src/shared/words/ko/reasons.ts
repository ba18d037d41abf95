import type { reasons as EnglishReasons } from '../en/reasons'
import type { Translation } from '../translation'

export const reasons: Translation<typeof EnglishReasons> = {
  unwritable: {
    full: { reason: '디스크가 가득 참', remedy: '디스크의 여유 공간을 확보하십시오' },
    rights: { reason: '이 계정에 쓰기 권한이 없음', remedy: '이 계정에 쓰기 권한을 주십시오' },
    readOnly: { reason: '읽기 전용임', remedy: '디스크나 파일을 쓸 수 있게 하십시오' },
    failing: { reason: '시스템이 거부함({{detail}})', remedy: '디스크를 점검하십시오' },
  },
  foreignDatabase: '다른 프로그램의 데이터베이스임',
  authorityEnded: '발급 CA의 인증서가 만료되어 이 사이트는 서버 인증서를 만들 수 없습니다.',
  log: { closed: '닫혀 있음', off: '꺼져 있음', ended: '종료됨' },
  notInterpreted: '충전 장부에 기록할 수 없었음',
}
