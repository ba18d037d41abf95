import type { Translation } from '@shared/words/translation'
import type { lists as EnglishLists } from '../en/lists'

export const lists: Translation<typeof EnglishLists> = {
  rows_other: '{{rows}} 行',
  pages: { before: '前面的行', next: '后面的行' },
  columns: {
    title: '列',
    reset: '显示默认列',
  },
  filters: {
    title: '已保存的筛选',
    none: '还没有保存的筛选。先缩小列表范围，再在这里为筛选命名。',
    howToSave: '列表显示全部内容。缩小范围后可保存另一个筛选。',
    howToChange: '更改筛选后可用另一个名称保存。',
    name: '此筛选的名称',
    save: '保存筛选',
    replaces: '同名的筛选将被替换。',
    rename: '重命名',
    renameOne: '重命名筛选 {{name}}',
    newName: '新名称',
    taken: '另一个筛选已使用此名称。',
    forgetOne: '移除筛选 {{name}}',
    forgotten: '已移除筛选 {{name}}',
  },
}
