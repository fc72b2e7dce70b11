/**
 * Traditional characters of GBK by pinyin syllable without tone: «qu» → «區嶇…驅», «zhang» → «帳張…». Those are the characters
 * web mills put a note behind, so a note names one of few. Readings after pinyin-pro 3 (MIT); a character with several is under each.
 */
const TABLE =
  'a錒 ai噯嬡愛曖璦皚磑礙藹捱鎄隑靄靉 an菴諳銨闇鮟鵪 ang骯 ao奧媼襖驁鰲 ba垻壩罷鈀鮁鮊 bai唄擺敗襬 ' +
  'ban絆辦鈑闆頒 bang幫綁謗鎊 bao剝報寶鉋飽鮑鴇齙 bei備唄憊狽盃貝輩鉳鋇鵯 ben賁錛 beng綳繃鏰 ' +
  'bi嗶幣斃潷畢痺祕筆篳紕蓽詖賁贔蹕鉍閈閉鰏 bian獱籩編緶變貶辮辯邊鯿 biao標錶鏢鑣颮飆飈驫鰾 bie別彆癟鱉 ' +
  'bin儐擯檳殯濱瀕璸繽臏賓鑌頻髕鬢 bing並併幷檳稟餅 bo剝撥缽蔔襏鈸鉑鉢鎛餑餺駁鮊鵓 bu佈補鈈鈽鵏 cai埰寀採綵纔財 ' +
  'can參叄慘慚殘燦穇篸蠶驂黲 cang倉傖滄瑲艙蒼鶬 ce側冊厠廁惻測筴萴 cen參叄嵾穇篸 ceng層 cha剎奼査詫鍤鑔餷 ' +
  'chai儕蠆釵 chan剗剷單嘽囅嬋嶄懺摻攙滻燀產産禪纏蕆蟬覘諂讒鏟鑱闡顫饞 chang倀償嘗嚐場廠悵暢瑒腸萇鋹錩長閶鯧鱨 ' +
  'chao綽鈔鼂 che俥徹硨車 chen傖塵櫬磣稱綝蔯襯諶讖陳齔 cheng凈懲搶撐棖檉淨稱蟶誠赬鋮鐺騁 ' +
  'chi喫彲恥熾癡絺遲飭馳鴟齒 chong寵沖蟲衝銃 chou儔幬懤疇籌紬綢薵讎躊醜 chu儲媰廚櫥礎絀芻處觸貙躕鋤雛齣齼 ' +
  'chuan傳膞釧 chuang創愴牀瘡闖 chui錘鎚 chun純脣膞蒓蓴賰錞鰆鶉 chuo綽輟鏃齪 ci詞賜辭餈鮆鶿鷀 ' +
  'cong叢囪從樅潀聰蓯蔥驄 cou湊輳 cu趨 cuan攛攢灒竄躥酇鑹 cui縗 cuo酇銼錯鹺 da噠墶憚薘達鎝鐽韃 ' +
  'dai帶獃紿詒貸軑隸靆駘 dan僤單彈憚撣擔殫燀癉簞紞膽誕賧鄲 dang噹壋擋檔欓灙瑒璗璫當盪碭簹蕩襠讜鐺黨 ' +
  'dao導島幬搗擣燾盜禱隯魛 de鍀 deng燈鄧鐙 di嵽敵滌牴磾糴締螮覿詆諟諦遞適鏑頔 dian墊巔澱癲鈿電顛點 ' +
  'diao弔彫琱窵調釣銚銱鯛鳥鵰 die嵽疊絰諜軼鰈 ding訂釘鋌錠頂飣 diu丟銩 dong倲凍動崬東棟腖蝀鶇鼕 dou瀆竇鈄餖鬥 ' +
  'du櫝殰瀆牘犢獨篤讀賭鍍闍頓黷 duan斷籪緞鍛 dui兌對懟敓濧綐鐓隊 dun噸燉躉鈍頓 duo嚲墮奪敓綞鐸飿馱 ' +
  'e啞噁堊惡痾訛諤軛鋨鍔閼額顎餓鰐鱷鵝鶚齶 ei誒 er兒爾貳邇鉺餌鮞鴯 fa琺發罰醱鍅閥髮 fan氾汎煩礬範販拚釩鐇飯鷭 ' +
  'fang紡訪鈁魴 fei廢緋誹費鐨飛騑鯡 fen僨噴墳奮憤濆糞紛豶鱝 feng偑峯楓渢灃瘋碸縫諷豐賵鋒風馮鳳 ' +
  'fu嘸婦彿復撫紱紼縛膚複訃負賦賻輔輻鈇韍頫駙鮒鰒鳧鳬麩麬 ga夾軋釓 gai磑蓋該賅鈣隑 gan尷幹桿榦稈篢紺乾贛趕鱤 ' +
  'gang剛岡崗戇掆棡槓綱鋼 gao睪縞誥鋯鎬 ge個嗰擱箇紇蓋鉻鎘鎶閣閤鴿 gei給 gen亙揯 geng綆賡鯁鶊 ' +
  'gong嗊宮碽篢紅貢贛鞏龔 gou夠構溝緱覯詬購鈎鉤韝 gu僱穀蠱詁賈軲轂鈷錮顧餶鯝鴣鶻 gua剮咼掛煱詿銛颳騧鴰 guai枴柺 ' +
  'guan慣摜綸舘觀貫關館鰥鸛 guang廣獷輄 gui劊劌匭匱媯嬀槶槼檜櫃歸瞶規詭貴軌閨鬹鮭鱖龜 gun滾緄袞輥鯀 ' +
  'guo咼嘓國堝幗摑槨渦漍濄膕蟈過鍋餜 ha蝦鉿 hai蓋還駭 han扞漢閈闞韓頇頷 hang絎頏 hao灝號蠔鎬顥 ' +
  'he咼嚇紇蓋覈訶賀閡閤闔頜餄魺鶡鶴齕 hen詪 heng恆橫鴴 hong嗊紅紘葒訌轟鉷鋐閎鬨魟鴻黌 hou後鍭餱鮜鱟 ' +
  'hu壺戱戲戶滬滸礐衚護軤餬鬍鱯鵠鶘鶻鸌 hua劃嘩嫿樺畫畵華話譁鏵驊 huai壞懷 ' +
  'huan喚奐換歡渙煥環瓛瘓綄緩繯還鍰鐶闤鯇 huang謊鍠鐄鰉黃 ' +
  'hui匯噦墮彙揮撝暉會椲檜殨毀滙潰澮燬燴琿璯穢繢繪翬翽薈褘詼誨諱譓譭賄輝迴闠頮 hun渾琿葷諢閽餛 ' +
  'huo彠獲禍穫貨鈥夥鍃鑊騞 ' +
  'ji劑勣卽嘰嚌幾擊據擠旣極機濟璣磯積紀級給緝績繫繼羈薊薺蟣襀覬計記譏賫跡蹟躋輯銈錤際隮雞霽飢饑驥魢鮆鯽鰶鱀鱭鶺鷄齎齏 ' +
  'jia傢價夾挾梜檟浹莢蛺賈郟鉀鋏鎵頰駕袷 ' +
  'jian儉劍堅塹姦戔戩揀撿梘樫檢檻殲減漸澗濺監瞼筧箋簡籛緘縑繭艦艱薦襇襉見諓諫謭譾賤踐鍵鐧鑑鑒閒間韉餞鰜鰹鵑鶼鹼 ' +
  'jiang奬將強槳殭漿獎絳繮蔣薑螿講醬韁鱂 jiao僥喬嬌嶠撟攪敎澆矯絞繳腳膠覺較轎鉸餃驕鮫鵁鷦 ' +
  'jie傑價嚌屆潔癤節結訐詰誡階頡袷鮚鶡 jin僅儘勁壗巹晉濜燼璡盡緊縉藎覲謹贐進釒釿錦饉 ' +
  'jing凈剄勁弳徑桱涇淨痙競經綡脛荊莖逕鏡靚靜頸驚鯨鶄 jiong熲絅駉 jiu廄糾舊鬮鳩鷲 ' +
  'ju侷俥劇屨懼據櫸欅窶舉詎車鉅鋦鋸榘颶駒鮈鶪齟 juan捲絹縳鋗錈鎸鐫雋 jue決絕絶覺訣譎鐍鐝钁駃 ' +
  'jun儁皸軍鈞雋頵餕駿鮶龜 kai凱剴塏愷愾豈鍇鎧鐦開闓 kan檻闞龕 kang鈧閌鱇 kao銬鮳 ke剋殼痾緙課軻鈳鉿錁頦顆騍 ' +
  'kei剋 ken墾懇 keng硜鏗 kou彄摳瞘釦 ku嚳庫絝褲 kua誇 kuai儈噲塊擓會澮獪璯膾鄶駃鱠 kuan寬髖 ' +
  'kuang壙曠況礦纊誆誑貺鄺鵟 kui匱巋憒殨潰瞶窺簣聵蕢虧頍饋騤鮭 kun壼崑睏綑褌錕閫鯤鵾 kuo擴銛闊 la臘蠟鑞鯻 ' +
  'lai來倈崍徠棶淶瀨癘癩睞籟萊賚賴錸麳 lan嵐懶攔攬斕欄欖濫瀾灡爛籃繿纜藍蘭襤襴覽讕鑭闌 lang鋃閬 ' +
  'lao勞嘮嶗撈朥樂橯澇癆絡耮銠鐒 le樂餎鰳 lei壘淚縲纇纍虆誄鐳類 leng稜 ' +
  'li儷勵厤厲嚦壢孋慄擽曆櫟櫪歷瀝灕犛瓅癘癧礪礫禮籬糲縭蒞藶蘺蠣裏裡貍躒轢邐酈釐鉝鋰鎘隸離靂驪鯉鱧鱺鸝麗 lia倆 ' +
  'lian奩憐戀斂槤殮漣瀲煉璉簾練聯臉蓮薟蘞褳襝連鍊鎌鏈鐮鰊鰱 liang倆兩啢樑涼糧諒輛輬靚魎 liao療繆繚遼釕鐐鷯 ' +
  'lie獵鱲鴷 lin凜廩懍檁綝臨藺賃躪轔鄰鏻驎鱗 ling嶺欞淩稜綾鈴靈領鯪鴒齡 liu劉瀏綹鋶鎦鏐飀餾騮鶹鷚 ' +
  'long嚨壟壠攏曨朧櫳瀧瓏矓礱篢籠聾蘢隴龍 lou僂嘍塿婁嶁慺摟樓漊瘺瘻瞜簍耬蔞螻鏤髏 ' +
  'lu嚕嚧壚廬彔擄擼曥櫓櫨氌淥滷瀂瀘爐盧磠祿籙緑臚艫蘆虜賂輅轆轤錄録鑥鑪陸顱騄魯鱸鷺鸕鹵 ' +
  'luan亂孌孿巒攣欒灤臠鑾鸞 lun侖倫圇埨崙掄淪綸論輪錀 luo儸囉擽欏濼犖玀籮絡羅腡蘿躒邏鏍鑼駱騾 ' +
  'lü侶僂呂屢慮慺櫚濾瞜穭綠緑縷膢褸鋁閭驢 lüe鋝 m嘸 ma傌嗎嘜媽榪獁瑪碼禡罵么螞馬駡麽 mai勱脈蕒買賣邁霢麥 ' +
  'man滿澫瞞縵蔄蟎蠻謾鏝顢饅鰻 mang鋩 mao氂犛貓貿鉚錨 me么麽麼 mei沒鎂鎇鶥黴 men們悶懣捫燜璊瞞鍆門 ' +
  'meng夢懞濛矇鄳錳鸏 mi冪彌瀰獼祕禰羋覓謎謐 mian澠綿緬靦鮸麪麫麵 miao廟緲繆鶓 mie滅衊 min憫緡閔閩鰵黽 ming銘鳴 ' +
  'miu繆謬 mo嬤歿沒纆么謨鏌饃驀麽麼 mou繆謀 mu樢畝鉧鉬 na吶納鈉鎿 nai孻錼 nan難 nang饢 nao堖惱撓橈腦蟯鐃鬧 ' +
  'ne吶訥 nei內餒 ni擬膩輗鈮鯢齯 nian唸攆躎輦鮎鯰 niang孃釀 niao嫋樢蔦裊鳥 nie嚙囁攝櫱聶躡鎳鑷闑隉顳齧 ' +
  'ning嚀寧擰檸濘獰聹苧薴 niu紐鈕 nong儂噥濃燶穠膿農醲 nu駑 nuo儺諾鍩 nü釹 nüe瘧 ou區嘔塸慪歐毆漚熰甌謳鷗 pa鈀 ' +
  'pan盤蹣拚闆 pang鰟龎龐 pao拋皰 pei浿賠轡錇 pen噴濆 peng鵬 pi紕罷羆鈹闢駓鮍鸊 pian獱璸緶諞駢騙 piao縹飄驃 ' +
  'pin嬪蘋貧拚頻顰 ping憑蘋評馮鮃 po潑濼醱釙鉕鏺頗 pu僕撲樸舖譜鋪鏷鐠 ' +
  'qi啓啟悽慼旂棄棊棲榿氣淒碕磧綺緝臍薺蘄蠐訖豈軝錡隑頎騎騏鯕鰭齊 qia袷 ' +
  'qian俔僉塹慳槧淺潛牽簽籤綪縴繾乾蕁謙譴遷釺鈐鉗鉛錢韆騫鵮 qiang嗆墻嬙強戧搶槍檣熗牆瑲羥薔蹌鏘鏹鶬 ' +
  'qiao僑喬嶠幓橋殻殼磽礄竅繰翹蕎誚譙蹺鍬鞽 qie愜竊篋鍥 qin寢嶔撳欽親鋟駸 qing傾廎慶氫綪親請輕錆頃鯖 ' +
  'qiong煢瓊窮藭 qiu塸巰虯賕銶鞦鰌鰍鶖龜 qu區嶇覷詘趨軀闃驅麴鴝麯齲 quan勸捲權綣詮輇銓顴鰁 que卻愨慤確礐闋闕鵲 ' +
  'qun羣 rang纕讓 rao嬈擾橈繞蕘遶饒 re熱 ren紉紝訒認軔韌飪 ri馹 rong嶸榮絨蠑鎔 rou輮 ru縟銣顬 ruan軟 rui兌銳鋭 ' +
  'run潤閏 sa灑薩鈒颯 sai賽鰓 san傘參叄毿糝饊 sang喪顙 sao掃繅繰騷鰠 se嗇澀穡薔銫 sen槮 sha剎廈挱樧殺紗鎩鯊 ' +
  'shai曬篩 shan刪單墠姍幓搧撣柵樿禪穇繕羶訕贍釤鐥閃陝騸鱔 shang傷殤湯緔觴賞鞝 shao燒紹 she厙懾捨攝灄設賒輋闍 ' +
  'shei誰 shen參叄嬸審幓滲瀋瘮糝紳腎蔘詵諗讅鉮駪鰺 sheng勝昇澠繩聖聲陞 ' +
  'shi勢噓塒實屍師弒時溮溼澤濕獅碩蒔蝕蝨視試詩諟諡謚識貰軾適釃釋鈰飠飾駛鯴鰣鰤鳲鳾 shou壽獸綬 ' +
  'shu屬攄數書朮樞樹竪籔紓術豎贖輸鉥 shuai帥縗 shuan閂 shuang瀧雙驦鸘 shui挩涗稅說誰 shun順 shuo數爍碩說鑠 ' +
  'si俬噝廝糹絲緦螄鍶颸飴飼駟鷥 song慫聳訟誦頌餸鬆 sou擻籔蒐藪鎪颼餿 su囌泝潚穌縮肅蘇訴謖遡餗驌鷫 suan痠 ' +
  'sui嵗歲綏繸誶鐩隨雖 sun孫損猻筍蓀飱 suo嗩挱瑣簑縮鎖 ta撻澾獺躂鉈闒闥鰨 tai態擡檯臺薹鈦颱駘鮐 ' +
  'tan嘆嘽墰壇壜彈攤曇歎灘癱罈罎談譚貪鉭錟 tang儻劏湯灙燙鎲鏜鐋钂醣 tao檮濤絛綯縧討韜騊 te貸鋱 teng謄騰鰧 ' +
  'ti屜綈緹銻題騠體鯷鵜鷉 tian覥銛闐靝 tiao條糶調銚鰷齠 tie貼鐵 ting廳烴綎聽鋌頲 tong慟統衕詷銅鮦 tou頭 ' +
  'tu圖塗禿釷駼 tuan團摶糰 tui蛻隤頹頽 tun飩魨 tuo挩橢籜脫蘀託鉈飥馱駝鮀鴕鼉 wa媧窪膃襪鮭 wai咼喎 ' +
  'wan壪彎澫灣紈綄綰翫萬輓頑 wang瀇網輞 ' +
  'wei偉偽僞圍幃撝暐椲湋溈潙潿濰為煒爲瑋磑維緯葦蒍蔿薳蝟衛諉謂違鏏闈韋韙頠餵鮠鮪鰃 ' +
  'wen問搵榲溫穩紋緼縕聞輼轀閿馼鰛鰮 weng甕鎓鶲 wo咼撾渦濄窩臥萵蝸齷 ' +
  'wu務吳嗚塢嫵廡悞惡憮汙潕烏無蕪誣誤鄔鋙鎢霧於騖鵐鵡鶩 xi係屓愾戱戲犧璽細綌繫習蓆襲覡誒谿釐銑錫餏餼騱鬩鰼鱚鸂 ' +
  'xia俠嚇夾峽廈狹硤蝦轄 ' +
  'xian嫺嫻峴嶮憲撏晛獫獮獻現癇睍秈絃綖綫線縣纖羨莧薟蘚蜆見諴賢躚銑銛銜鍁閑閒險顯餡鮮鶱鷳鷴鹹 ' +
  'xiang嚮廂曏緗纕薌蠁詳鄉鑲響項餉饗驤鮝鯗 xiao嘯嘵囂斆曉梟瀟篠簫綃蕭蠨謏銷驍鴞 ' +
  'xie協寫挾擷攜樧洩瀉紲纈脅蠍褻諧謝鮭齘 xin廞訢釁鋅鐔 xing倖娙滎興鈃鉶陘餳騂 xiong兇洶訩詗 xiu綉繡脩銹鏽饈鵂 ' +
  'xu卹噓嬃敘滸漵緒繻續虛訏許詡諝須頊鬚 xuan懸璿癬絢縣諼譞軒選鉉鋗鏇 xue學嶨澩謔鱈鷽 ' +
  'xun勛勳噚塤壎孫尋樳潯燖燻璕紃纁蕁蟳訊訓詢遜鄩馴鱘 ya亞啞埡壓婭掗椏氬瓛瘂稏訝軋釾錏鴉鴨 ' +
  'yan儼兗厭厴嚥嚴巖巘彥懨灧灩煙硯簷綖縯艷覎訁諺讌讞豔贋贗菸醃釅閆閹閻閼顏顔饜驗魘鶠鹽黶鼴龑 ' +
  'yang揚暘楊樣煬瑒瘍癢鍈鍚陽颺養鴦 yao僥堯嶢搖樂瑤瘧窯約么葯藥謠謡軺遙銚颻餚鰩鷂 ye曄業燁爺瓛葉謁鄴釾鋣靨頁饁 ' +
  'yi儀億勩囈嶧憶懌異瘞睪禕縊繶繹義艤藝虉蟻詒詣誼譯議貽軼遺醫釔釴銥鎰鐿頤顗飴驛鷁鷊鷖齮 ' +
  'yin廕憖癮絪縯蔭蘟誾諲銀銦闉陰隱飲駰鮣齗齦 ying嚶塋嬰應攖櫻滎潁濚瀅瀠熒營瑩瓔癭穎緓縈纓罃罌螢蠅贏鎣頴鶯鷹鸚 ' +
  'yo喲 yong傭擁湧癰詠踴醟鏞顒鯒鱅 you優憂猶蕕誘輶遊郵鈾銪魷鮋 ' +
  'yu俁傴奧娛嫗嶼慾歟漁澦獄璵癒禦籅籲紆與蕷覦語諛諭譽踰輿鈺閾於預飫餘馭鬱魚鵒鷸齬 ' +
  'yuan員園圓櫞淵緣薳轅遠願騵鳶鴛鵷黿 yue兌噦嶽悅擽樂櫟粵約說説躍軏鈅鉞鑰閱閲鸑 ' +
  'yun勻員惲慍暈殞氳溳澐熅篔紜緼縕蒕蕓薀藴蘊貟贇運鄆鄖醖醞隕雲韞韻 za紮臢雜 zai儎災載 zan攢暫灒瓚篸讚贊趲酇鏨 ' +
  'zang臟贓贜駔髒 zao棗皁竈繰譟鑿 ze側則嘖幘擇澤睪簀責賾 zei賊鰂 zen譖 zeng綜繒贈鋥 zha劄査箚紮詐軋吒鍘閘鮓鮺 ' +
  'zhai側債嚌擇責齊齋 zhan佔嶄戰斬棧氈盞綻詀譫輾霑颭饘驏鱣鸇 zhang帳張漲脹賬長鞝 zhao詔趙釗鉊鮡鼂 ' +
  'zhe蟄謫著讋輒轍這適摺鍺鷓 zhen偵幀楨湞眞禎紖縝診貞賑軫針鍼鎭鎮陣鴆 zheng崢掙爭猙癥睜箏綪証諍證鄭徵鉦錚 ' +
  'zhi執幟摯擲梔櫍櫛滯紙絺緻縶織職製觶誌識質贄蹠躑躓軹輊徵銍鑕隻騭鷙 zhong塚眾種終腫衆鈡鍾鐘 ' +
  'zhou冑晝皺紂縐葤薵謅譸賙軸輈週驟鵃 zhu佇劚囑屬朮櫧櫫瀦燭矚硃築紵苧註詝誅諸著豬貯銖鑄駐 zhua撾 ' +
  'zhuan傳囀專磚縳膞賺轉顓饌 zhuang壯妝戇樁狀莊裝贛 zhui墜綴縋贅錐隊騅 zhun準綧諄 zhuo梲濁繳諑著鐯鐲鷟 ' +
  'zi漬眥緇茲諮貲資輜錙鎡鯔齜 zong傯從樅潀瘲糉綜縱總蹤騌 zou媰諏鄒騶鯫 zu組詛鏃 zuan攢纘賺躦鉆鑽 zun鐏鱒';

let charactersOf: ReadonlyMap<string, string> | undefined;

/** Whether the traditional character may be read as the note says: («驅», «qū») → true. Tones are not compared. */
export function mayRead(character: string, note: string): boolean {
  charactersOf ??= new Map(
    TABLE.split(' ').map(entry => {
      const syllable = /^[a-zü]+/u.exec(entry)![0];
      return [syllable, entry.slice(syllable.length)];
    }),
  );
  return charactersOf.get(withoutTone(note))?.includes(character) ?? false;
}

/** «qū» → «qu», «lǜ» → «lü», «ɡuó» → «guo». */
function withoutTone(note: string): string {
  return note
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
    .normalize('NFC')
    .replace(/ɡ/gu, 'g');
}
