"""Which words does the reading of moods go by?"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


PROMISE = _listed("""
    will shall won't we'll i'll it'll they'll he'll she'll intend intends intended intending intention
    intentions plan plans planned planning aim aims aimed aiming aspire aspires hope hopes hoping hoped
    expect expects expected expecting expectation anticipate anticipates anticipated due committed
    commit commits committing commitment commitments scheduled propose proposes proposing pledge pledged
    pledges promise promised promises ambition ambitions ambitious target targets targeting targeted
    goal goals mission missions forthcoming upcoming deadline timetable timeline poised slated
    determined set working
""")
"""Verbs and nouns of what is to come."""
DUTY = _listed("""
    must should may might could can would cannot can't shouldn't mustn't wouldn't couldn't ought
    required obliged requires require requirement asked encouraged invited encouraging encourage
    encourages asking urging urge urges eligible entitled typically usually normally generally often
    always whether if
""")
"""Possibility, duty, and what is usual."""
YARDSTICKS = frozenset(["standard", "target", "goal", "ambition", "commitment", "objective", "milestone"])
"""What a promise can be to reach."""
PAST_AUX = _listed("did didn't had hadn't was wasn't were weren't")
HAVE = _listed("has have having hasn't haven't we've i've they've")
IRREGULAR = _listed("""
    met wrote written spoke spoken began begun made held laid took taken ran given gave brought came
    went gone said told found built led sent saw seen known knew shown grew grown paid spent won rose
    risen fell fallen rebuilt sought drawn drew became chose chosen kept left lost read sold stood
    taught thought underwent undertook undertaken got heard set put cut
""")
"""Past forms and participles that do not end in -ed."""
NOT_PAST = _listed("""
    need speed indeed feed seed exceed proceed succeed embed bed united red hundred agreed-upon based
    related detailed dedicated limited increased continued proposed revised updated improved enhanced
    advanced broad skilled so-called
""")
"""Words in -ed that are no past forms."""
BEFORE_AN_ADJECTIVE = _listed("""
    the a an its our their his her my your this these those that any all some no new and or of for on to
    with in by from as more most further including , ( ; : recently newly other both each per at under
    between through about into than
""")
"""After these a word in -ed is an adjective: "the updated guidance"."""
INFINITIVES = _listed("""
    be begin start commence publish report complete conclude take open end launch come go make become
    enter expire lay set finish run meet hold receive deliver provide respond close return introduce
    consult announce release submit give have undergo join visit arrive appear leave retire increase
    rise fall follow expand continue discuss sign implement
""")
"""Verbs that follow "due to" when it does not mean "because of"."""
DETERMINERS = _listed("the a an this that these those its our their his her my all every each no some any")
STATES = _listed("complete completed in available ready published finished finalised concluded operational known")
"""What a thing "should be" by a time that is foreseen."""
CONDITIONS = _listed("if whether unless")
STOPS = _listed("; : . ? !")
"""Marks past which no verb is sought."""
AFTER_A_VERB = _listed("""
    the a an this that these those its our their his her my in on by for of to from at with as into over
    under during since until after before , - ( ) " it them him us and or up out through between within
    alongside earlier last
""")
"""Before these a word in -ed is a verb: "published on", "published the"."""
PRESENT = _listed("""
    is are being am comes come takes begins starts opens launches commences continues remains runs ends
    expires closes applies enters becomes follows arrives reports meets returns concludes completes finishes sits
""")

_NOUN = _listed("to of that is for")
FOLLOWED_BY = (
    dict.fromkeys(_listed("plan plans planning"), _listed("to on"))
    | dict.fromkeys(_listed("determined poised slated set mission missions"), _listed("to"))
    | dict.fromkeys(_listed("target targets"), _listed("to of for is date by"))
    | dict.fromkeys(_listed("commitment commitments ambition ambitions intention intentions"), _NOUN)
    | dict.fromkeys(_listed("goal goals promise promises"), _NOUN)
)
"""Words that promise only when one of these follows: "plan to", but not "the Plan for Change"."""
