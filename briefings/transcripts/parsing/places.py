"""Countries, states and large cities: where a reporter is from, and no outlet alone."""

from briefings.transcripts.parsing.vocabulary import word_set

_COUNTRIES = word_set(
    "afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|"
    "bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|"
    "botswana|brazil|britain|brunei|bulgaria|burkina faso|burma|burundi|cambodia|cameroon|canada|"
    "chad|chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czechia|czech republic|"
    "denmark|djibouti|dominica|dominican republic|ecuador|egypt|el salvador|england|eritrea|"
    "estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|"
    "greenland|grenada|guatemala|guinea|guyana|haiti|holland|honduras|hungary|iceland|india|"
    "indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|"
    "kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|"
    "luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|"
    "mexico|micronesia|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|"
    "nauru|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|"
    "northern ireland|norway|oman|pakistan|palau|palestine|panama|papua new guinea|paraguay|peru|"
    "philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|saudi arabia|"
    "scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|solomon islands|"
    "somalia|south africa|south korea|south sudan|spain|sri lanka|sudan|suriname|sweden|"
    "switzerland|syria|taiwan|tajikistan|tanzania|thailand|timor-leste|togo|tonga|trinidad|"
    "tunisia|turkey|türkiye|turkmenistan|tuvalu|uganda|ukraine|united arab emirates|"
    "united kingdom|united states|uruguay|uzbekistan|vanuatu|vatican|venezuela|vietnam|viet nam|"
    "wales|yemen|zambia|zimbabwe|africa|asia|europe|latin america|central america|north america|"
    "south america|america|middle east|west bank|gaza|uk|us|usa|uae|drc|prc|eu|kurdistan|"
    "catalonia",
    "|",
)
_STATES = word_set(
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|"
    "idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|"
    "minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|"
    "new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|"
    "south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|"
    "wisconsin|wyoming|ontario|quebec|québec|alberta|manitoba|saskatchewan|british columbia|"
    "nova scotia|new brunswick|victoria|new south wales|queensland|tasmania|western australia|"
    "south australia|bavaria|kashmir|punjab|gujarat|kerala|tibet|xinjiang|hunan|henan|hubei|"
    "hebei|sichuan|yunnan|guangdong|guangxi|fujian|zhejiang|jiangsu|shandong|shanxi|shaanxi|"
    "gansu|hainan|jilin|liaoning|heilongjiang",
    "|",
)
_CITIES = word_set(
    "abidjan|abu dhabi|abuja|accra|addis ababa|adelaide|aleppo|algiers|almaty|amman|amsterdam|"
    "ankara|antwerp|asuncion|astana|athens|atlanta|auckland|austin|baghdad|baku|baltimore|"
    "bangalore|bangkok|barcelona|basel|beijing|beirut|belfast|belgrade|bengaluru|berlin|bern|"
    "birmingham|bogota|bogotá|bonn|boston|brasilia|brasília|bratislava|brisbane|brooklyn|"
    "brussels|bucharest|budapest|buenos aires|buffalo|busan|cairo|calgary|canberra|cape town|"
    "caracas|cardiff|casablanca|charlotte|chengdu|chennai|chicago|christchurch|cincinnati|"
    "cleveland|cologne|colombo|columbus|copenhagen|d.c|dakar|dallas|damascus|dar es salaam|"
    "darwin|delhi|denver|detroit|dhaka|doha|dubai|dublin|durban|edinburgh|edmonton|florence|"
    "frankfurt|fukushima|geneva|glasgow|guadalajara|guangzhou|guayaquil|hamburg|hanoi|harare|"
    "havana|helsinki|hiroshima|ho chi minh city|hobart|hong kong|honolulu|houston|hyderabad|"
    "islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|kampala|kansas city|karachi|"
    "kathmandu|kharkiv|khartoum|kiev|kigali|kingston|kinshasa|kobe|kolkata|kuala lumpur|kyiv|"
    "kyoto|la paz|lagos|lahore|las vegas|leeds|leipzig|lima|lisbon|liverpool|ljubljana|london|"
    "los angeles|lusaka|luxembourg|lviv|lyon|macao|macau|madrid|managua|manchester|manhattan|"
    "manila|maputo|marseille|medellin|medellín|melbourne|memphis|mexico city|miami|milan|"
    "milwaukee|minneapolis|minsk|mogadishu|montevideo|montreal|montréal|moscow|mumbai|munich|"
    "nagasaki|nagoya|nairobi|naples|nashville|new delhi|new orleans|new york city|newcastle|"
    "nicosia|oakland|odesa|odessa|okinawa|orlando|osaka|oslo|ottawa|panama city|paris|perth|"
    "philadelphia|phoenix|pittsburgh|port-au-prince|portland|porto|prague|pretoria|pristina|"
    "queens|quito|rabat|ramallah|riga|rio|rio de janeiro|riyadh|rome|rotterdam|sacramento|"
    "saitama|salt lake city|san antonio|san diego|san francisco|san jose|san josé|san juan|"
    "san salvador|santiago|santo domingo|sao paulo|são paulo|sapporo|sarajevo|seattle|seoul|"
    "seville|shanghai|sheffield|shenzhen|skopje|sofia|st. louis|st. petersburg|stockholm|"
    "strasbourg|stuttgart|sydney|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|"
    "the hague|tianjin|tirana|tokyo|toronto|tripoli|tunis|turin|ulaanbaatar|valencia|vancouver|"
    "venice|vienna|vilnius|warsaw|wellington|winnipeg|wuhan|yangon|yerevan|yokohama|zagreb|"
    "zurich|zürich|nyc|the bronx|bronx|hague",
    "|",
)
PLACES = _COUNTRIES | _STATES | _CITIES
# What a place of two words ends in: "the Bay Area", "the West Coast"
PLACE_NOUNS = word_set(
    "area city coast country county district east emirates islands kingdom north province region "
    "republic side south state states strip territory valley village west"
)
