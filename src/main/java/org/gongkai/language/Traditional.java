package org.gongkai.language;

/**
 * Traditional characters that sentences with numbers are made of, as mirrors for readers elsewhere
 * print them; sign for sign, so that places stay.
 */
public final class Traditional {

  private static final String PAIRS =
      "開开請请結结轉转條条網网號号眾众動动機机關关無无為为處处復复議议訴诉訟讼個个數数據据項项範范費费錄录與与獲获維维糾纠審审續续辦办業业組组"
          + "織织積积際际經经過过給给還还這这進进違违達达遞递遺遗邊边銜衔針针鎮镇鄉乡門门問问聞闻間间閱阅隊队階阶隨随險险難难電电靜静頁页頂顶順顺須须頒颁預预領领頭头題题額额類类"
          + "顧顾風风飛飞體体發发點点應应從从徵征憑凭態态慮虑慶庆懲惩戶户執执擬拟擴扩攝摄擊击擔担擇择損损換换攬揽敗败敘叙歸归歷历殘残氣气決决況况沒没測测準准溝沟滿满漁渔"
          + "潔洁澤泽濟济災灾熱热營营爭争牽牵獎奖獨独現现環环產产畫画異异當当療疗監监盤盘盡尽確确碼码禁禁種种稱称積积穩稳競竞筆笔節节築筑簡简籌筹糧粮約约級级紀纪納纳紙纸紛纷"
          + "統统細细終终絕绝絡络綜综編编緊紧線线練练縣县總总績绩繳缴聯联職职聽听舉举舊旧藝艺萬万葉叶蓋盖蘇苏術术衛卫衝冲裝装補补製制規规視视親亲覺觉覽览觀观計计訂订訓训記记"
          + "討讨訪访設设許许評评試试該该詳详認认語语誤误說说課课調调談谈論论諮咨證证識识譯译護护讀读變变讓让責责貨货貫贯貧贫購购貿贸資资賠赔質质賴赖車车軟软載载輕轻輛辆輪轮輸输"
          + "農农逾逾適适選选遷迁郵邮醫医釋释鑑鉴長长閉闭陳陈陸陆陽阳雙双雜杂離离響响驗验鑒鉴黨党齊齐龍龙務务勞劳協协區区單单衛卫廠厂厲厉參参員员圖图團团國国園园圍围場场報报塊块"
          + "壓压執执報报備备傳传債债價价億亿優优僅仅側侧內内兩两冊册劃划別别創创勝胜募募匯汇學学寫写寬宽實实審审導导將将專专對对層层屬属島岛師师帶带幫帮幣币幹干廣广廳厅張张強强彙汇後后";

  private static final char[] SIMPLE = table();

  private Traditional() {}

  public static char simplified(char sign) {
    return SIMPLE[sign];
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) i;
    }
    for (int i = 0; i < PAIRS.length(); i += 2) {
      table[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
    }
    return table;
  }
}
