/** The words of the fixed board; every name is invented. */
export const WORDS = {
  en: {
    note: 'The bus stop has no bench, so people lean on the wall of the shop.',
    mixed: 'Meet at مقهى النور at 10:30',
    quote: 'I stood there for twenty minutes before anyone looked up, and then I went home again.',
    story: 'The desk',
    noticed: 'A first visit ends at the desk when nobody looks up',
    why: 'Whoever leaves once seldom comes a second time.',
    question: 'greet people before they have to ask?',
    idea: 'A host at the door who has no desk',
    theme: 'The first minute decides',
    storyboard: 'The host at the door',
    caption: 'Rana comes in and is met',
    person: 'Rana',
    measure: 'First visits that lead to a second one',
    unit: 'of 100',
    picture: 'The door as it is now',
    linked: 'When the library is open',
  },
  ar: {
    note: 'لا مقعد في موقف الحافلة، فيتّكئ الناس على جدار الدكان.',
    mixed: 'نلتقي في The Lamp Café الساعة 10:30',
    quote: 'وقفتُ هناك عشرين دقيقة قبل أن يرفع أحدٌ رأسه، ثم عدتُ إلى البيت.',
    story: 'عند المكتب',
    noticed: 'تنتهي الزيارة الأولى عند المكتب حين لا يرفع أحدٌ رأسه',
    why: 'من يغادر مرّة قلّما يعود ثانية.',
    question: 'نرحّب بالناس قبل أن يسألوا؟',
    idea: 'مضيف عند الباب بلا مكتب',
    theme: 'الدقيقة الأولى هي الحاسمة',
    storyboard: 'المضيف عند الباب',
    caption: 'تدخل رنا فيستقبلها أحد',
    person: 'رنا',
    measure: 'زيارات أولى تليها زيارة ثانية',
    unit: 'من 100',
    picture: 'الباب كما هو الآن',
    linked: 'متى تفتح المكتبة',
  },
} as const

/** The same in every sheet: thanks in Chinese, Japanese and Korean, and emoji of one sign and of several. */
export const MANY_SCRIPTS =
  '谢谢大家 🌱\nありがとう、皆さん 👍🏽\n여러분 감사합니다 👩‍🍳\nShukran, شكراً ❤️ 🇬🇧 ✅'
