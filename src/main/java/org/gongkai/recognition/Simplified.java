package org.gongkai.recognition;

import java.util.regex.Pattern;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Traditional;

/**
 * How text is read that a mirror of a site has put into traditional characters: labels, headings
 * and titles are compared in simplified ones. It is done sign for sign, so that every place stays
 * where it is; what is kept of a text is kept as it was printed.
 */
final class Simplified {

  /**
   * More traditional characters that occur in labels, headings and names, each with the simplified.
   * Some are simplified ones, too, and mean something else there: sentences are not read by them.
   */
  private static final String PAIRS =
      "叢丛東东嚴严箇个豐丰臨临爲为麗丽義义烏乌樂乐習习書书買买雲云亞亚侖仑倉仓儀仪們们衆众會会偉伟傷伤餘余傭佣僑侨傾倾儲储兒儿蘭兰関关興兴養养岡冈軍军"
          + "沖冲凍冻淨净涼凉減减鳳凤凱凯劉刘則则剛刚刪删劑剂劇剧勸劝勵励勢势華华賣卖佔占盧卢曆历髮发疊叠隻只祇只臺台檯台呂吕嚮向啟启啓启吳吴週周圓圆聖圣壞坏"
          + "堅坚壇坛壩坝壟垄墾垦聲声複复覆复夠够夾夹奪夺婦妇寧宁寶宝憲宪宮宫賓宾尋寻壽寿爾尔塵尘歲岁崗岗嶺岭嶽岳峽峡帳帐乾干並并併并莊庄庫库廢废棄弃彎弯徹彻"
          + "徑径誌志憶忆懷怀懇恳惡恶懸悬慣惯願愿掃扫揚扬撫抚掛挂揮挥擺摆収收効效敵敌斷断時时曠旷顯显晉晋曉晓權权來来楊杨極极構构棗枣標标欄栏樹树樣样橋桥檔档"
          + "檢检樓楼歡欢歐欧畢毕漢汉湯汤滬沪涇泾淺浅濃浓湧涌漲涨潤润淸清灣湾濕湿潰溃滯滞濱滨灘滩滅灭靈灵爐炉愛爱狀状獵猎獻献瑪玛産产暢畅礦矿礎础礙碍禮礼禍祸"
          + "窮穷窓窗簽签籤签係系繫系紅红纖纤純纯綱纲縱纵紹绍繞绕繪绘綏绥繼继綠绿緑绿緩缓緣缘羅罗罰罚罸罚聰聪肅肃脈脉腦脑緻致蘆芦薦荐榮荣藥药萊莱蕭萧藍蓝雖虽"
          + "蟻蚁見见觸触訊讯講讲証证詞词話话詢询諸诸説说誰谁謀谋謝谢穀谷負负財财賬账貼贴貴贵賀贺賃赁賽赛贊赞讚赞趙赵趨趋躍跃蹤踪較较輔辅輯辑轄辖辭辞運运遠远"
          + "連连遲迟邏逻鄰邻鄭郑醞酝採采裏里裡里鐘钟鍾钟鋼钢欽钦鉤钩鈎钩鐵铁銅铜銀银鋪铺鏈链銷销鍋锅錯错錫锡鍵键鏡镜閒闲閑闲閘闸閩闽閲阅陰阴隱隐霧雾麵面韓韩"
          + "頓顿頻频顛颠飯饭飲饮館馆饋馈馬马驅驱駐驻騎骑魚鱼魯鲁雞鸡鷄鸡鳴鸣鶴鹤黃黄黒黑於于遊游羣群註注佈布纔才鬆松擋挡擁拥恆恒鋁铝奧奥穌稣冝宜";

  /** How a sign is spoken, as some mirrors put it behind each sign that is not in their font. */
  private static final Pattern SPOKEN =
      Pattern.compile("(?<=\\p{IsHan})(?:[(（][a-z]{0,5}[\u00e0-\u01dc][a-z]{0,5}[)）])+");

  private static final char[] READ = table();

  private Simplified() {}

  /** The text with each sign in its simplified form, as long as it was. */
  static String read(String text) {
    return Glyphs.read(text, READ);
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
      table[i] = Traditional.simplified((char) i);
    }
    for (int i = 0; i < PAIRS.length(); i += 2) {
      table[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
    }
    return table;
  }
}
