namespace KnowledgeBase.Structuring.Language;

/// <summary>What gives a language in Latin script away: its commonest function words and letter sequences others lack.</summary>
/// <param name="Code">Two-letter code.</param>
/// <param name="Words">Function words, lower case, with accents.</param>
/// <param name="Sequences">Letters and sequences that are common in it and rare in its neighbours.</param>
internal sealed record LanguageProfile(string Code, IReadOnlySet<string> Words, IReadOnlyList<string> Sequences)
{
    /// <summary>The profiles; written by hand from the grammars' closed word classes.</summary>
    public static IReadOnlyList<LanguageProfile> All { get; } =
    [
        Of("en", "the of and to in is that for it with as was on are by this be from at which or an not have were has their but they its also been more can will may these such between other who through within would should there into than when both about all where during often if we our while how what some many those them so each because", "th wh ough tion ly ing ght"),
        Of("fr", "le la les des et de du un une en est que qui dans pour par sur au aux avec ce cette ces il elle ils ne pas plus se sont son sa ses leur leurs ou mais comme été être ont dont entre aussi nous a à même ainsi cela ou donc lors tout tous très sans afin où d l qu c s n j", "ç è ê œ eux aux oi qu' l' d' ée eau"),
        Of("es", "el la los las de del y en que un una por con para es se no al lo su sus como más este esta estos estas entre o pero ha han son fue sobre también ser sin desde hasta cuando donde muy puede pueden cada ya así todos toda todas otros otras según ante durante", "ñ ción ó ll ue ¿ ¡ dad"),
        Of("pt", "o a os as de do da dos das e em que um uma por com para é se não ao na no nas nos seu sua seus suas como mais este esta entre ou mas foi são também ser sem desde até quando onde muito pode podem cada já assim pelo pela pelos pelas à às", "ção ã õ nh lh ões ç"),
        Of("it", "il lo la i gli le di del della dei delle e in che un una per con è si non al alla come più questo questa tra o ma ha hanno sono fu su anche essere senza fino quando dove molto può ogni già così dal dalla nel nella sul loro", "zione gli che tà gn zz"),
        Of("de", "der die das und in den von zu mit ist im für auf des dem ein eine einer eines einem einen nicht auch als sich es wird werden sind durch bei oder aus nach zur zum über dass wie an haben hat war wurde kann können diese dieser dieses zwischen um aber noch nur mehr", "ß ü ö ä sch ung cht ei"),
        Of("nl", "de het een en van in te dat is op voor met zijn aan niet door er als ook bij of om tot uit naar dan worden wordt deze dit die over kan kunnen hebben heeft maar nog meer tussen hun waren werd", "ij aa oo ee sch uu"),
        Of("sv", "och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när nu under också efter eller mellan vid genom deras", "å ä ö och"),
        Of("da", "og i at det som en på er af for med til den har de ikke om et han men var sig fra vi så kan når nu under også efter eller mellem ved gennem deres", "æ ø å"),
        Of("pl", "i w na z do nie się że jest to o jak po za od przez dla są oraz który która które być może tylko jego ich tym przy lub", "ł ą ę ż ś ć cz sz rz"),
        Of("tr", "ve bir bu için ile da de olarak olan daha çok gibi en kadar sonra ancak veya ise değil tarafından arasında", "ı ş ğ ü ö lar ler"),
        Of("ca", "el la els les de del i en que un una per amb és se no al seu seva com més aquest aquesta entre o però han són va també ser sense des fins quan on molt pot dels als", "l·l ny ç à ò ió"),
        Of("id", "dan yang di dengan untuk dari dalam ini itu pada tidak adalah oleh akan sebagai juga telah dapat atau mereka antara kepada para", "ang nya kan ber men"),
        Of("sw", "na ya wa kwa ni katika la za kuwa cha hii hiyo huo yao ambayo pia kama watu baada", "wa kwa mba nya"),
        Of("ro", "și de a în la cu din pe pentru care este nu un o că mai prin sau fi au fost al ale lor acest această între", "ă ș ț î"),
    ];

    private static LanguageProfile Of(string code, string words, string sequences) =>
        new(code, words.Split(' ').ToHashSet(StringComparer.Ordinal), sequences.Split(' '));
}
