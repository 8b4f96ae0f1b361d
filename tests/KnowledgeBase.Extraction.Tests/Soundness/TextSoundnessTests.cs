using KnowledgeBase.Extraction.Soundness;

namespace KnowledgeBase.Extraction.Tests.Soundness;

public sealed class TextSoundnessTests
{
    private const string English =
        "Mediators who arrive late find that the parties have already chosen with whom they will speak, and that the price of a second channel is the trust that was put into the first one by people who took risks for it.";

    public static TheoryData<string> Languages => new(
        English,
        "Les médiateurs qui arrivent tard constatent que les parties ont déjà choisi leurs interlocuteurs, et que le prix d'un second canal est la confiance placée dans le premier par ceux qui ont pris des risques pour l'ouvrir.",
        "Die Vermittlerinnen, die spät eintreffen, stellen fest, dass die Streitparteien ihre Gesprächspartner längst gewählt haben; Rechtsschutzversicherungsgesellschaften helfen dabei nicht, wie die Geschäftsführung schreibt.",
        "Mediatorzy, którzy przybywają późno, stwierdzają, że strony już wybrały, z kim będą rozmawiać, a ceną drugiego kanału jest zaufanie, które włożono w pierwszy przez ludzi podejmujących dla niego ryzyko i trud.",
        "Wasuluhishi wanaochelewa kufika hukuta kwamba pande zote zimekwisha kuchagua watu wa kuzungumza nao, na kwamba gharama ya njia ya pili ni imani iliyowekwa katika njia ya kwanza na watu waliojitolea kwa ajili yake.",
        "Các nhà hòa giải đến muộn nhận thấy các bên đã chọn người mà họ sẽ nói chuyện, và cái giá của kênh thứ hai là niềm tin đã được đặt vào kênh thứ nhất bởi những người đã chấp nhận rủi ro vì nó trong nhiều năm.",
        "Sovittelijat, jotka saapuvat myöhään, huomaavat osapuolten jo valinneen keskustelukumppaninsa, ja toisen kanavan hintana on luottamus, jonka riskejä ottaneet ihmiset olivat ensimmäiseen panneet vuosien aikana.",
        "Посредники, прибывающие поздно, обнаруживают, что стороны уже выбрали, с кем они будут говорить, и что цена второго канала — доверие, вложенное в первый людьми, которые ради него рисковали.",
        "يجد الوسطاء الذين يصلون متأخرين أن الأطراف قد اختارت بالفعل من ستتحدث معه وأن ثمن القناة الثانية هو الثقة التي وضعت في القناة الأولى من قبل أشخاص خاطروا من أجلها",
        "میانجی‌هایی که دیر می‌رسند درمی‌یابند که طرف‌ها پیش از این برگزیده‌اند با چه کسی سخن بگویند و بهای راه دوم اعتمادی است که به راه نخست شده بود",
        "迟到的调解人会发现，各方已经选定了与谁对话，而第二条渠道的代价是人们为第一条渠道冒险所投入的信任。这一点在许多和平进程中都得到了证实，也值得今后的调解人认真思考。",
        "연합 신원 federated identity 은 선택될 브랜드 이름 brand name 을 의미할 수 있다. 나의 지갑 my own wallet 을 선택하면 federated identity 와 brand name 이 my own wallet 에 나타난다.");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Finds_a_language_sound_whether_or_not_it_knows_it(string text)
    {
        var soundness = TextSoundness.Of(text);

        Assert.False(soundness.IsGarbage, $"bad {soundness.BadShare:0.00}, likeness {soundness.Likeness:0.00}");
        Assert.True(soundness.IsSound);
    }

    [Theory]
    [InlineData("Year Income 2019 2020 2021 2022 Total 12,345.00 9.8% 1,200 3,400 5,600 (7,800) 910 $1,112 €13.14 n/a 15/16 17-18")]
    [InlineData("1. Introduction .................... 3 2. Method ........................ 7 3. Results ______________ 12 *** --- •••")]
    [InlineData("See https://www.example.org/a/b_c?d=e&f=g#h and write to someone@example.int or fetch http://x.example.com/%7Efoo/bar.pdf today")]
    public void Finds_tables_contents_and_addresses_sound(string text) => Assert.False(TextSoundness.Of(text).IsGarbage);

    [Fact]
    public void Finds_letters_under_a_shifted_code_garbled()
    {
        // Blanks fall to a control character, as in files whose fonts number their letters from 3.
        var shifted = string.Concat(English.Select(c => (char)(c - 29)));

        Assert.True(TextSoundness.Of(shifted).IsGarbage);
    }

    [Fact]
    public void Finds_letters_under_a_shifted_code_garbled_also_with_their_blanks()
    {
        var shifted = string.Concat(English.Select(c => c == ' ' ? ' ' : (char)('a' + ((char.ToLowerInvariant(c) - 'a' + 3) % 26 + 26) % 26)));

        Assert.True(TextSoundness.Of(shifted).IsGarbage);
    }

    [Fact]
    public void Finds_symbols_in_the_place_of_letters_garbled() =>
        Assert.True(TextSoundness.Of("!\"#$%&'\"(\")*+,#-./# 0(*,&*0./#*,).(,\")*+,\"12# /1(3.*''\",&.#*40\"()*\"'./#").IsGarbage);

    [Fact]
    public void Finds_private_characters_and_replacement_characters_garbled() =>
        Assert.True(TextSoundness.Of("\uE012\uE034\uE056\uE078 \uE011\uE022\uE033\uE045\uE046 \uFFFD\uFFFD\uFFFD\uFFFD \uE044\uE055\uE066\uE077\uE088\uE099 \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD").IsGarbage);

    [Fact]
    public void Does_not_judge_a_few_characters() => Assert.False(TextSoundness.Of("\uE012 #$%&").IsGarbage);
}
