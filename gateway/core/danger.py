"""One plain line for people whose language has no templates: whom to call when in danger.

It stands above a reply in another language. Nothing else is said in these languages, and they
are never made by a machine at run time: each was written here, in the polite form, to be
checked by somebody who speaks it.
"""

from collections.abc import Mapping

from gateway.core.locale import primary

# U+2066 LEFT-TO-RIGHT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE: digits and hyphens of a number
# keep their order among letters that run from right to left (UAX #9 §2.4).
ISOLATED = "\u2066{number}\u2069"

# By ISO 639-1 code: with the number, which stands for itself, unbroken.
DANGER: Mapping[str, str] = {
    "ar": f"إذا كنت في خطر، فيُرجى الاتصال الآن بالرقم {ISOLATED}.",
    "da": "Hvis du er i fare, så ring nu til {number}.",
    "de": "Wenn Sie in Gefahr sind, rufen Sie jetzt {number} an.",
    "el": "Αν βρίσκεστε σε κίνδυνο, καλέστε τώρα το {number}.",
    "en": "If you are in danger, call {number} now.",
    "es": "Si está en peligro, llame ahora al {number}.",
    "fa": f"اگر در خطر هستید، همین حالا با شمارهٔ {ISOLATED} تماس بگیرید.",
    "fi": "Jos olette vaarassa, soittakaa heti numeroon {number}.",
    "fr": "Si vous êtes en danger, appelez tout de suite le {number}.",
    "he": f"אם אתם בסכנה, התקשרו עכשיו למספר {ISOLATED}.",
    "hi": "अगर आप ख़तरे में हैं, तो अभी {number} पर कॉल करें।",
    "it": "Se è in pericolo, chiami subito il {number}.",
    "ja": "危険な状況にある場合は、今すぐ {number} に電話してください。",
    "ko": "위험한 상황이라면 지금 바로 {number} 번으로 전화하세요.",
    "nb": "Hvis du er i fare, ring {number} nå.",
    "nl": "Bent u in gevaar? Bel dan nu {number}.",
    "pa": "ਜੇ ਤੁਸੀਂ ਖ਼ਤਰੇ ਵਿੱਚ ਹੋ, ਤਾਂ ਹੁਣੇ {number} ਉੱਤੇ ਕਾਲ ਕਰੋ।",
    "pl": "Jeśli grozi Państwu niebezpieczeństwo, proszę natychmiast zadzwonić pod numer {number}.",
    "pt": "Se estiver em perigo, ligue agora para o {number}.",
    "ro": "Dacă sunteți în pericol, sunați acum la {number}.",
    "ru": "Если вы в опасности, позвоните сейчас же по номеру {number}.",
    "sv": "Om du är i fara, ring {number} nu.",
    "tl": "Kung nasa panganib po kayo, tumawag na po kayo ngayon sa {number}.",
    "tr": "Tehlikedeyseniz hemen {number} numarasını arayın.",
    "uk": "Якщо ви в небезпеці, зателефонуйте зараз за номером {number}.",
    "ur": f"اگر آپ خطرے میں ہیں تو ابھی {ISOLATED} پر کال کریں۔",
    "vi": "Nếu quý vị đang gặp nguy hiểm, hãy gọi ngay {number}.",
    "zh": "如果您有危险，请立即拨打 {number}。",
}
# Where the place has no number that is sure.
DANGER_ANYWHERE: Mapping[str, str] = {
    "ar": "إذا كنت في خطر، فيُرجى الاتصال الآن برقم الطوارئ في المكان الذي أنت فيه.",
    "da": "Hvis du er i fare, så ring nu til alarmnummeret på det sted, hvor du er.",
    "de": "Wenn Sie in Gefahr sind, rufen Sie jetzt die Notrufnummer des Ortes an, "
    "an dem Sie sind.",
    "el": "Αν βρίσκεστε σε κίνδυνο, καλέστε τώρα τον αριθμό έκτακτης ανάγκης του τόπου όπου είστε.",
    "en": "If you are in danger, now call the emergency number of the place where you are.",
    "es": "Si está en peligro, llame ahora al número de emergencia del lugar donde está.",
    "fa": "اگر در خطر هستید، همین حالا با شمارهٔ اضطراری محلی که در آن هستید تماس بگیرید.",
    "fi": "Jos olette vaarassa, soittakaa heti sen paikan hätänumeroon, jossa olette.",
    "fr": "Si vous êtes en danger, appelez tout de suite le numéro d'urgence de l'endroit "
    "où vous êtes.",
    "he": "אם אתם בסכנה, התקשרו עכשיו למספר החירום של המקום שבו אתם נמצאים.",
    "hi": "अगर आप ख़तरे में हैं, तो आप जहाँ हैं वहाँ के आपातकालीन नंबर पर अभी कॉल करें।",
    "it": "Se è in pericolo, chiami subito il numero di emergenza del luogo in cui si trova.",
    "ja": "危険な状況にある場合は、今いる場所の緊急通報番号に今すぐ電話してください。",
    "ko": "위험한 상황이라면 지금 계신 곳의 긴급 전화번호로 바로 전화하세요.",
    "nb": "Hvis du er i fare, ring nå til nødnummeret på stedet der du er.",
    "nl": "Bent u in gevaar? Bel dan nu het alarmnummer van de plaats waar u bent.",
    "pa": "ਜੇ ਤੁਸੀਂ ਖ਼ਤਰੇ ਵਿੱਚ ਹੋ, ਤਾਂ ਤੁਸੀਂ ਜਿੱਥੇ ਹੋ ਉੱਥੇ ਦੇ ਐਮਰਜੈਂਸੀ ਨੰਬਰ ਉੱਤੇ ਹੁਣੇ ਕਾਲ ਕਰੋ।",
    "pl": "Jeśli grozi Państwu niebezpieczeństwo, proszę natychmiast zadzwonić pod numer alarmowy "
    "obowiązujący w miejscu, w którym Państwo są.",
    "pt": "Se estiver em perigo, ligue agora para o número de emergência do lugar onde está.",
    "ro": "Dacă sunteți în pericol, sunați acum la numărul de urgență al locului "
    "în care vă aflați.",
    "ru": "Если вы в опасности, позвоните сейчас же по номеру экстренной помощи того места, "
    "где вы находитесь.",
    "sv": "Om du är i fara, ring nu nödnumret på den plats där du är.",
    "tl": "Kung nasa panganib po kayo, tumawag na po kayo ngayon sa emergency number ng lugar kung "
    "nasaan kayo.",
    "tr": "Tehlikedeyseniz hemen bulunduğunuz yerin acil yardım numarasını arayın.",
    "uk": "Якщо ви в небезпеці, зателефонуйте зараз за номером екстреної допомоги того місця, "
    "де ви перебуваєте.",
    "ur": "اگر آپ خطرے میں ہیں تو آپ جہاں ہیں وہاں کے ہنگامی نمبر پر ابھی کال کریں۔",
    "vi": "Nếu quý vị đang gặp nguy hiểm, hãy gọi ngay số khẩn cấp của nơi quý vị đang ở.",
    "zh": "如果您有危险，请立即拨打您所在地的紧急求助电话。",
}
# Norwegian without its form, and its other one.
SAME = {"no": "nb", "nn": "nb"}


def danger_line(language: str, number: str) -> str:
    """The line in this language (a tag, or a code of language.py); "" when there is none.

    number  the emergency number as it is dialled, "" when there is no sure one
    """
    code = primary(language)
    code = SAME.get(code, code)
    if not number:
        return DANGER_ANYWHERE.get(code, "")
    return DANGER.get(code, "").format(number=number)
