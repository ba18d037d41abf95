import type { updates as EnglishUpdates } from '../en/updates'
import type { Translation } from '../translation'

export const updates: Translation<typeof EnglishUpdates> = {
  refused: {
    noKey:
      '이 Chargehand는 배포 키 없이 만들어졌습니다. 진짜 업데이트와 가짜를 구별할 수 없어 아무것도 받지 않습니다. 다음 버전은 설치 프로그램으로 설치하십시오.',
    demo: '아무것도 보존하지 않는 데모입니다. 업데이트하려면 --demo 없이 Chargehand를 시작하십시오.',
    notSigned:
      '서명된 업데이트 설명 파일이 아닙니다. 설치 프로그램마다 함께 제공되는 작은 파일 “{{name}}”을(를) 선택하십시오.',
    otherKey:
      '다른 곳에서 서명한 업데이트입니다. 이 프로그램이 아는 키의 서명이 하나도 없습니다. 이 프로그램을 받은 곳에서 받으십시오.',
    badSignature:
      '서명이 맞지 않습니다. 서명한 뒤 업데이트 설명이 변경되었습니다. 이 프로그램을 받은 곳에서 다시 받으십시오.',
    otherProduct: '다른 프로그램({{product}})의 업데이트입니다.',
    otherSystem: '{{found}}용 업데이트이며 이 컴퓨터는 {{here}}입니다. {{here}}용을 받으십시오.',
    otherPackage:
      '업데이트의 종류는 {{found}}이며 이곳의 Chargehand는 {{here}}(으)로 설치되었습니다. 같은 종류를 받으십시오.',
    sameVersion: '이미 실행 중인 버전 {{version}}입니다.',
    older: '버전 {{found}}은(는) 실행 중인 {{here}}보다 오래되었습니다. 이전 버전은 데이터를 읽을 수 없습니다.',
    otherSize:
      '파일은 {{found}}바이트이고 서명된 파일은 {{wanted}}바이트입니다. 잘렸거나 다른 파일입니다. 다시 복사하십시오.',
    damaged: '파일이 손상되었거나 서명된 파일이 아닙니다. 다시 복사하거나 새로 받으십시오.',
    noRoom: '데이터 폴더에 {{needed}} MB가 필요하지만 {{free}} MB만 남아 있습니다.',
    busy: '업데이트를 가져오거나 설치하는 중입니다. 끝날 때까지 기다리거나 취소하십시오.',
    gone: '검사한 파일이 없거나 그 뒤에 변경되었습니다. 다시 선택하십시오.',
    notReplaced: '프로그램 파일을 바꾸지 못했습니다({{reason}}). 변경된 것은 없습니다. 대신 명령을 입력하십시오.',
  },
  feed: {
    badAddress: 'https://로 시작하는 주소나 폴더의 전체 경로를 입력하십시오.',
    unreachable: '업데이트 출처에 연결할 수 없습니다({{reason}}). 내일 다시 시도합니다. 다른 기능에는 영향이 없습니다.',
    nothingThere: '이 주소에 “{{name}}” 파일이 없습니다.',
    tooLarge: '그곳의 “{{name}}” 파일은 업데이트 설명으로 보기에는 너무 큽니다.',
  },
}
