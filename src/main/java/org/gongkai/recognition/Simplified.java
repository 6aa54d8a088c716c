package org.gongkai.recognition;

import java.util.regex.Pattern;

/**
 * How text is read that a mirror of a site has put into traditional characters: labels, headings
 * and titles are compared in simplified ones. It is done sign for sign, so that every place stays
 * where it is; what is kept of a text is kept as it was printed.
 */
final class Simplified {

  /** Traditional characters that occur in labels, headings and names, each with the simplified. */
  private static final String PAIRS =
      "萬万與与專专業业叢丛東东兩两嚴严個个箇个豐丰臨临為为爲为麗丽舉举義义烏乌樂乐習习鄉乡書书買买雲云亞亚產产親亲億亿僅仅從从侖仑倉仓儀仪們们"
          + "價价眾众衆众優优會会偉伟傳传傷伤體体餘余傭佣側侧僑侨債债傾倾儲储兒儿黨党蘭兰關关関关興兴養养內内岡冈冊册軍军農农沖冲衝冲決决況况凍冻淨净"
          + "準准涼凉減减鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劑剂製制劇剧勸劝辦办務务動动勵励勞劳勢势醫医區区華华協协單单賣卖佔占盧卢衛卫歷历"
          + "曆历廠厂壓压廳厅厲厉縣县參参雙双發发髮发變变敘叙疊叠隻只祇只臺台檯台號号葉叶呂吕嚮向啟启啓启吳吴員员週周諮咨響响團团園园圍围國国圖图圓圆"
          + "聖圣場场壞坏塊块堅坚壇坛壩坝壟垄墾垦聲声處处備备復复複复覆复夠够頭头夾夹奪夺獎奖婦妇學学寧宁寶宝實实審审憲宪宮宫寬宽賓宾對对尋寻導导壽寿"
          + "將将爾尔塵尘盡尽層层屬属歲岁崗岗島岛嶺岭嶽岳峽峡幣币師师帳帐帶带幫帮幹干乾干並并併并廣广莊庄慶庆庫库應应廢废開开異异棄弃張张彎弯強强歸归"
          + "當当錄录徹彻徑径徵征誌志憶忆態态懷怀總总懇恳惡恶懸悬慣惯願愿戶户執执擴扩掃扫揚扬撫抚護护報报擬拟擇择掛挂揮挥損损換换據据擺摆収收効效敵敌"
          + "數数斷断無无舊旧時时曠旷顯显晉晋曉晓術术機机權权雜杂條条來来楊杨極极構构棗枣標标欄栏樹树樣样橋桥檔档檢检樓楼歡欢歐欧畢毕氣气匯汇彙汇漢汉"
          + "湯汤溝沟沒没滬沪澤泽涇泾潔洁淺浅濟济濃浓湧涌漲涨潤润淸清灣湾濕湿潰溃滯滞滿满濱滨灘滩滅灭靈灵災灾爐炉點点熱热愛爱狀状獨独獵猎獻献環环現现"
          + "瑪玛産产電电畫画暢畅療疗監监蓋盖盤盘碼码礦矿礎础確确礙碍禮礼禍祸離离種种積积稱称穩稳窮穷窓窗競竞筆笔簽签籤签簡简類类糧粮係系繫系糾纠紅红"
          + "約约級级紀纪纖纤純纯綱纲納纳縱纵紛纷紙纸線线練练組组細细織织終终紹绍經经結结繞绕繪绘給给絕绝統统綏绥繼继績绩續续維维綜综綠绿緑绿緩缓編编"
          + "緣缘繳缴網网羅罗罰罚罸罚職职聯联聰聪肅肃勝胜脈脉腦脑緻致節节蘆芦蘇苏範范薦荐榮荣藥药獲获萊莱蕭萧藍蓝慮虑雖虽蟻蚁補补裝装規规見见觀观視视"
          + "覽览覺觉觸触計计訂订認认討讨讓让訓训議议訊讯記记講讲許许論论訟讼設设訪访證证証证評评識识訴诉詞词譯译試试話话詢询該该詳详語语誤误諸诸說说"
          + "説说請请讀读課课誰谁調调談谈謀谋謝谢穀谷負负財财責责敗败賬账貨货質质購购貫贯貼贴貴贵貿贸費费賀贺資资賃赁賽赛贊赞讚赞趙赵趨趋躍跃蹤踪車车"
          + "轉转輪轮軟软輕轻載载較较輔辅輯辑輸输轄辖辭辞達达遷迁過过運运還还這这進进遠远違违連连遲迟適适選选遞递邏逻遺遗郵邮鄰邻鄭郑醞酝採采釋释裏里"
          + "裡里針针鐘钟鍾钟鋼钢欽钦鉤钩鈎钩鐵铁銅铜銀银鋪铺鏈链銷销鍋锅錯错錫锡鍵键鎮镇鏡镜長长門门閉闭問问閒闲閑闲間间閘闸聞闻閩闽閱阅閲阅隊队陽阳"
          + "陰阴階阶際际陸陆陳陈險险隨随隱隐難难霧雾靜静麵面韓韩頁页頂顶項项順顺須须顧顾頓顿預预領领頻频題题額额顛颠風风飛飞飯饭飲饮館馆饋馈馬马驅驱"
          + "駐驻驗验騎骑魚鱼魯鲁雞鸡鷄鸡鳴鸣鶴鹤黃黄黒黑齊齐龍龙於于後后遊游羣群註注佈布纔才鬆松擋挡擁拥賠赔恆恒鋁铝奧奥穌稣冝宜";

  /** How a sign is spoken, as some mirrors put it behind each sign that is not in their font. */
  private static final Pattern SPOKEN =
      Pattern.compile("(?<=\\p{IsHan})(?:[(（][a-z]{0,5}[\u00e0-\u01dc][a-z]{0,5}[)）])+");

  private static final char[] READ = table();

  private Simplified() {}

  /** The text with each sign in its simplified form, as long as it was. */
  static String read(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (READ[text.charAt(i)] != text.charAt(i)) {
        char[] read = text.toCharArray();
        for (int j = i; j < read.length; j++) {
          read[j] = READ[read[j]];
        }
        return new String(read);
      }
    }
    return text;
  }

  /** The text without notes of how its signs are spoken. */
  static String unspoken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u00e0' && text.charAt(i) <= '\u01dc') {
        return SPOKEN.matcher(text).replaceAll("");
      }
    }
    return text;
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
