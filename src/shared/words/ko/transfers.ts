import type { transfers as EnglishTransfers } from '../en/transfers'
import type { Translation } from '../translation'

export const transfers: Translation<typeof EnglishTransfers> = {
  received: '{{name}} 도착함({{size}}바이트)',
  fetched: '충전기가 여기에서 파일 전체를 내려받음',
  failed: {
    empty: '충전기가 빈 파일을 보내 보관하지 않음',
    'too-large': '충전기가 허용 크기를 넘는 파일을 보내 보관하지 않음',
    'no-room': '이 컴퓨터의 디스크에 자리가 없어 보관하지 않음',
    'broken-off': '파일이 도중에 끊겨 보관하지 않음. 충전기가 다시 보낼 수 있음',
    'not-stored': '파일을 이 컴퓨터의 디스크에 쓰지 못함. 충전기가 다시 보낼 수 있음',
  },
}
