package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of one word have one stem, the word as it stands in a dictionary among them. */
class SwedishStemTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bygglov bygglovet bygglovens bygglovets",
                "handling handlingen handlingar handlingarna handlingarnas",
                "kommun kommunen kommunens kommuner kommunerna",
                "person personen personer personernas",
                "information informationen informationens",
                "skatt skatten skatter skatterna skattens",
                "rätt rätten rättens rätter",
                "beslut beslutet besluten beslutets besluta beslutade beslutat",
                "brott brottet brotten brottets",
                "tjänst tjänsten tjänster tjänsterna",
                "kraft kraften krafter",
                "föreskrift föreskriften föreskrifter föreskrifterna",
                "kostnad kostnaden kostnader kostnaderna",
                "stat staten statens stater",
                "resultat resultatet resultaten",
                "plats platsen platser platserna",
                "insats insatsen insatser",
                "gräns gränsen gränser",
                "konferens konferensen konferenser",
                "polis polisen poliser polisens",
                "resurs resurser resurserna",
                "analys analysen analyser",
                "ansvar ansvaret ansvara ansvarar",
                "kontor kontoret kontoren",
                "sektor sektorn sektorer",
                "villkor villkoret villkoren villkorens",
                "detaljplan detaljplanen detaljplaner detaljplanerna",
                "enhet enheten enheter enheterna",
                "kvalitet kvaliteten kvaliteter",
                "universitet universitetet universiteten",
                "budget budgeten budgetens",
                "arbete arbetet arbeten arbets",
                "minister ministern ministrar ministrarna ministerns",
                "register registret registren registrets",
                "regel regeln regler reglerna",
                "medel medlet medlen",
                "vatten vattnet vattnets",
                "miljö miljön miljöns miljöer",
                "nivå nivån nivåer nivåerna",
                "ekonomi ekonomin ekonomier ekonomins",
                "gymnasium gymnasiet gymnasier",
                "program programmet programmen",
                "rum rummet rummen",
                "barn barnet barnen barnets",
                "vildsvin vildsvinen vildsvinens",
                "ombudsman ombudsmannen ombudsmän ombudsmännen",
                "bostad bostaden bostäder bostäderna",
                "allmän allmänt allmänna",
                "statlig statligt statliga",
                "svensk svenskt svenska",
                "hållbar hållbart hållbara",
                "lärare läraren lärarna lärarens",
                "meddelande meddelandet meddelanden",
                "uttalande uttalandet uttalandena",
            })
    void joinsTheFormsOfAWord(String forms) {
        Set<String> stems =
                List.of(forms.split(" ")).stream().map(SwedishStem::of).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(1, stems.size(), () -> forms + " have the stems " + stems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan plats",
                "person personal",
                "stat statist",
                "sak sakna",
                "ord ordna",
                "land lån",
                "vin vind",
                "bar barn",
                "hemland hem",
            })
    void keepsOtherWordsApart(String pair) {
        String[] words = pair.split(" ");
        assertNotEquals(SwedishStem.of(words[0]), SwedishStem.of(words[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "s", "en", "er", "et", "arna", "erna", "ens", "het", "el", "nn", "män", "städer", "länder"
            })
    void leavesSomethingOfEveryWord(String word) {
        String stem = SwedishStem.of(word);
        assertTrue(stem.length() >= Math.min(3, word.length()), stem);
    }
}
