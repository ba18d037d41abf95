import type { Translation } from '@shared/words/translation'
import type { lists as EnglishLists } from '../en/lists'

export const lists: Translation<typeof EnglishLists> = {
  rows_other: '{{rows}}행',
  pages: { before: '이전 행', next: '다음 행' },
  columns: {
    title: '열',
    reset: '기본 열 표시',
  },
  filters: {
    title: '저장된 필터',
    none: '저장된 필터가 아직 없습니다. 목록을 좁힌 다음 여기에서 필터에 이름을 붙입니다.',
    howToSave: '목록이 모두 표시되어 있습니다. 목록을 좁히면 다른 필터를 저장할 수 있습니다.',
    howToChange: '필터를 바꾸면 다른 이름으로 저장할 수 있습니다.',
    name: '이 필터의 이름',
    save: '필터 저장',
    replaces: '같은 이름의 필터를 대체합니다.',
    rename: '이름 변경',
    renameOne: '필터 {{name}} 이름 변경',
    newName: '새 이름',
    taken: '다른 필터가 이 이름을 쓰고 있습니다.',
    forgetOne: '필터 {{name}} 삭제',
    forgotten: '필터 {{name}} 삭제됨',
  },
}
