"""The words by which people name what happened to a person in a line, in English and French.

All patterns are written for folded text: without accents, in lower case (`line_pieces.folded`).
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain.events import EventKind, Verification
from desktop_app.domain.measure_phrases import whole
from desktop_app.domain.sources import Stance

_AGAIN: Final = (
    r"(?:once )?again|once more|(?:for )?(?:a|the) (?:second|third|2nd|3rd) time|twice"
    r"|de nouveau|a nouveau|(?:pour )?(?:une|la) (?:seconde|deuxieme|troisieme|2e|3e) fois"
)
_MAYBE_AGAIN: Final = rf"(?: (?:{_AGAIN}))?"
_BRITAIN: Final = r"(?:the )?(?:uk|united kingdom|britain|england)|(?:au )?royaume-uni|angleterre"
_BOAT: Final = (
    r"(?:by|in|on|par|en|a bord d')(?: ?(?:an?|the|une?))? ?"
    r"(?:small boats?|boats?|dinghy|dinghies|petites? embarcations?|bateaux?|canots?)"
)
_BY_BOAT: Final = rf"(?: {_BOAT})?"
_TO_UK: Final = rf"(?: (?:to|in|into|au|en|vers) (?:{_BRITAIN}))?"
_TO_FRANCE: Final = r"(?: (?:to|into|en|vers la) france)?"
_IN_FRANCE: Final = r" (?:in|en) france"
_NOT_FRANCE: Final = r"(?! (?:again )?(?:in|to|en|a) (?:france|paris|calais|dunkirk|dunkerque)\b)"
_REQUEST: Final = r"(?:readmission |take-?back )?requests?"
_DEMANDE: Final = r"demandes?(?: de readmission)?"

_ARRIVED: Final = (
    rf"(?:arrived|arrives|arrival|landed|came(?: back| ashore)?|rearrived|re-(?:arrived|entered)|reentered"
    rf"|intercepted at sea|rescued at sea){_NOT_FRANCE}{_MAYBE_AGAIN}{_TO_UK}{_BY_BOAT}"
    rf"|(?:crossed|crosses|crossing|crossed over){_MAYBE_AGAIN}(?: the channel)?{_MAYBE_AGAIN}{_BY_BOAT}"
    rf"|(?:returned|returns){_MAYBE_AGAIN} (?:to|into) (?:{_BRITAIN}){_BY_BOAT}"
    rf"|(?:arrivee?|arrivee|debarquee?|revenue?){_NOT_FRANCE}{_MAYBE_AGAIN}{_TO_UK}{_BY_BOAT}"
    rf"|(?:traversee?|traverse){_MAYBE_AGAIN}(?: (?:de )?la manche)?{_BY_BOAT}"
)

_PHRASES: Final[dict[EventKind, str]] = {
    EventKind.ARRIVED_BOAT: rf"{_ARRIVED}|arr",
    EventKind.BIOMETRICS: r"(?:identified|recognised)(?: (?:by|from|through) (?:(?:his|her|their) )?"
    r"(?:biometrics?|fingerprints?))?|biometric(?:s? match|ally identified|s)?|fingerprints? match(?:ed)?"
    r"|identifiee?(?: par (?:la |ses )?(?:biometrie|empreintes))?|bio",
    EventKind.DETAINED: r"detained(?: for (?:return|removal))?|re-?detained|held|(?:put|placed|taken)"
    r" (?:in|into) detention|in detention|detention|arrested|detenue?|(?:placee? )?en retention|retenue?"
    r"|arretee?|det",
    EventKind.RELEASED: r"released(?: from detention)?|left detention|bailed|liberee?|remise? en liberte"
    r"|sortie? de retention|rel",
    EventKind.ASYLUM_CLAIMED: rf"(?:claimed|sought|applied for|requested) asylum{_TO_UK}"
    rf"|asylum (?:claim(?:ed)?|application|request(?:ed)?)(?: made| lodged)?{_TO_UK}"
    r"|(?:a )?demande (?:l'|d')asile",
    EventKind.ASYLUM_CLAIM_FRANCE: rf"(?:claimed|sought|applied for|requested) asylum{_IN_FRANCE}"
    rf"|asylum (?:claim(?:ed)?|application|request(?:ed)?)(?: made| lodged)?{_IN_FRANCE}"
    rf"|(?:a )?demande (?:l'|d')asile{_IN_FRANCE}",
    EventKind.INADMISSIBLE: r"(?:(?:asylum )?claim )?(?:(?:declared|found|ruled) )?inadmissible"
    r"|inadmissibility(?: decision)?|(?:demande )?(?:declaree? |jugee? )?irrecevable",
    EventKind.TRAFFICKING_INDICATORS: r"(?:(?:indicators?|signs?) of )?(?:human )?trafficking"
    r"(?: indicators?)?|(?:indices|indicateurs|signes) de traite(?: des etres humains)?",
    EventKind.NRM_REFERRED: r"(?:referred|referral) to (?:the )?(?:nrm|national referral mechanism)"
    r"|nrm referr(?:al|ed)|referred|nrm|(?:signalee?|orientee?|adressee?) (?:au|vers le) nrm|saisine du nrm",
    EventKind.NRM_DECISION: r"(?:nrm|national referral mechanism)(?:'s)? decision|decision (?:of|by) the nrm"
    r"|(?:reasonable |conclusive )?grounds decision|decision (?:du )?nrm",
    EventKind.VULNERABILITY: r"(?:found|assessed|considered)(?: (?:to be|as))? vulnerable"
    r"|vulnerability(?: found)?|vulnerable|(?:reconnue? )?vulnerable|vulnerabilite(?: constatee| reconnue)?",
    EventKind.REQUESTED: rf"readmission requested|{_REQUEST}(?: (?:made|sent))?|requested"
    rf"(?: readmission)?|readmission demandee|{_DEMANDE}(?: (?:faite|envoyee))?|req",
    EventKind.ACCEPTED: rf"readmission (?:accepted|agreed|approved)"
    rf"|accepted (?:the )?(?:{_REQUEST}|readmission)|(?:{_REQUEST} )?(?:accepted|approved)|acceptance"
    rf"|readmission acceptee|(?:{_DEMANDE} )?acceptee?|acc",
    EventKind.REFUSED_READMISSION: rf"readmission (?:refused|rejected|declined)"
    rf"|(?:refused|rejected|declined) (?:the )?(?:{_REQUEST}|readmission)"
    rf"|(?:{_REQUEST} )?(?:refused|rejected|declined)|readmission refusee"
    rf"|(?:{_DEMANDE} )?(?:refusee?|rejetee?)",
    EventKind.NO_REPLY: r"no (?:reply|response|answer)(?: to the request)?|(?:sans|pas de|aucune) reponse",
    EventKind.REMOVAL_DIRECTIONS: r"removal (?:directions?|notice)(?: (?:set|served|issued|given))?"
    r"|notice of removal|(?:ordre|mesure|decision) d'eloignement",
    EventKind.LEGAL_CHALLENGE: r"legal challenge(?: (?:made|lodged|brought))?|judicial review"
    r"|challenge(?:d)?(?: in court)?|appeal(?:ed)?|recours(?: depose)?",
    EventKind.INJUNCTION: r"injunction(?: granted)?|interim relief(?: granted)?|stay granted"
    r"|refere(?:-suspension)?|suspension ordonnee",
    EventKind.REMOVAL_CANCELLED: r"(?:removal|return|flight) (?:cancell?ed|deferred|postponed|stopped)"
    r"|(?:renvoi|vol|eloignement|retour) (?:annule|reporte)",
    EventKind.RETURNED: rf"(?:returned|returns?|removed|removals?|deported|deportation|sent back"
    rf"|flown(?: back)?|re-?returned|reconduite?|renvoyee?|renvois?|retournee?|retour|expulsee?|expulsion"
    rf"|eloignee?|remise?){_MAYBE_AGAIN}{_TO_FRANCE}|ret",
    EventKind.ACCOMMODATED: rf"(?:accommodated|housed|sheltered|given accommodation|hebergee?|logee?)"
    rf"(?:{_IN_FRANCE})?",
    EventKind.LEFT_ACCOMMODATION: r"left (?:the |his |her )?(?:accommodation|shelter|hostel)"
    r"|(?:a )?quittee? (?:l'hebergement|le foyer|le centre)",
    EventKind.TESTIMONY: r"testimony|testified|interview(?:ed)?|temoignage|(?:a )?temoigne",
    EventKind.INTEREST: r"expression of interest|interest expressed|expressed (?:an )?interest|eoi"
    r"|manifestation d'interet|interet exprime",
    EventKind.SELECTED: r"selected(?: for the (?:legal )?route)?|chosen|invited to apply|selectionnee?"
    r"|choisie?",
    EventKind.ROUTE_BIOMETRICS: r"biometrics? (?:taken|enrolled|given)|fingerprints taken"
    r"|biometrie (?:prise|relevee)|empreintes (?:prises|relevees)",
    EventKind.VISA_ISSUED: r"visa (?:issued|granted|delivre|accorde)|(?:issued|granted|got) (?:a |the )?visa"
    r"|visa",
    EventKind.TRAVELLED: rf"(?:travell?ed|flew|a voyage){_TO_UK}",
    EventKind.ADMITTED: rf"(?:admitted|admission|admise?){_TO_UK}(?: by the legal route)?|adm",
    EventKind.REFUSED: r"(?:application|visa) (?:refused|rejected)|refused (?:a |the )?visa"
    r"|(?:candidature|visa|demande de visa) refusee?",
    EventKind.OBSERVATION: r"observed|observation|seen|sighted|observee?",
}

KINDS: Final = {kind: whole(pattern) for kind, pattern in _PHRASES.items()}
"""What names each type of event that happens to a person."""

SAYS_MORE: Final = whole(
    r"arrested|arretee?|bailed|appeal(?:ed)?|judicial review|interim relief|(?:intercepted|rescued) at sea"
    r"|(?:reasonable|conclusive) grounds decision|deferred|postponed|removal notice|interview(?:ed)?"
)
"""Words that name a type and say more than it does: they are kept in the note as well."""

ANOTHER_WAY: Final = whole(
    r"(?:otherwise|by another way|autrement)|(?:by|in|on|en|par|dans)(?: (?:a|an|un|une|the))? "
    r"(?:lorry|lorries|truck|plane|air|train|ferry|car|van|coach|camion|avion|voiture|car-ferry)"
)
"""How a person arrived who did not come by small boat."""

PLAIN_OTHERWISE: Final = re.compile(r"otherwise|by another way|autrement")
"""The part of them that says no more than the type of event."""

AGAIN: Final = whole(_AGAIN)
"""Says that it is not the first time, which follows from the order of the events."""

BY_BOAT: Final = whole(_BOAT)
"""Says how a person arrived who is not said to have arrived otherwise."""

STANCES: Final = (
    (
        whole(
            r"(?:(?:but|which is|which) )?(?:denied|disputed|contested) by(?: the)?"
            r"|(?:dementie?|nie|niee|contestee?) par(?: l[ea])?"
        ),
        Stance.DENIES,
    ),
    (whole(r"mentioned (?:by|in)(?: the)?|mentionnee? (?:par|dans)(?: l[ea])?"), Stance.MENTIONS),
)
"""What stands before a source that does not assert the event."""

VERIFICATIONS: Final = (
    (
        whole(r"unconfirmed|unverified|not (?:verified|confirmed)|non (?:verifie|confirme)e?"),
        Verification.UNKNOWN,
    ),
    (whole(r"unlikely|peu probable"), Verification.UNLIKELY),
    (whole(r"confirmed|confirmee?"), Verification.CONFIRMED),
    (whole(r"likely|probably|probable"), Verification.LIKELY),
    (whole(r"possible|possibly"), Verification.POSSIBLE),
)
"""How far it is verified."""

SOURCE_INTRO: Final = re.compile(
    r"(?:(?:according to|as reported by|reported by|says|via|per|d'apres|selon)(?=\s)|source ?:)\s*(?=\S)"
)
"""What leads up to the name of a source, wherever it stands."""

PLACE_LABEL: Final = re.compile(r"(?:place|lieu) ?: ?(?=\S)")
AUTHORITY_LABEL: Final = re.compile(r"(?:authority|autorite) ?: ?(?=\S)")
NOTE_LABEL: Final = re.compile(r"(?<![\w-])note ?: ?(?=\S)")
"""Fields that are named as such."""

PLACE_MARK: Final = re.compile(
    r"(?:(?<=\s)|^)(at|in|near|off|outside|a|aux?|en|dans|pres d[eu]|to|from|vers) (?=\S)"
)
"""What stands before a place; some of them stand before other things too."""

AUTHORITY_MARK: Final = re.compile(r"(?:(?<=\s)|^)(?:by|par) (?:the |la |le |l')?(?=\S)")
"""What stands before who did it."""

GLUE: Final = whole(
    r"he|she|they|it|who|his|her|their|the|a|an|was|were|is|are|been|being|has|have|had|got|and|then|on|in|at"
    r"|to|of|for|by|from|with|man|woman|person|il|elle|on|qui|le|la|les|l'|de|du|des|d'|est|a|ete|etait|ont"
    r"|et|puis|au|en|par|un|une"
)
"""Words that join what is understood and say nothing else."""

_ON_THE_WAY: Final = (
    "dover|western jet foil|manston|ramsgate|folkestone|dungeness|lydd|kent|london|brook house|tinsley house"
    "|gatwick|heathrow|harmondsworth|colnbrook|yarl's wood|londres|douvres|calais|dunkirk|dunkerque"
    "|gravelines|boulogne|boulogne-sur-mer|grande-synthe|sangatte|wimereux|ouistreham|cherbourg|dieppe|lille"
    "|paris|roissy|charles de gaulle|nord|pas-de-calais|channel|manche|uk|france|england|britain|royaume-uni"
    "|angleterre"
)
PLACES: Final = frozenset(_ON_THE_WAY.split("|"))
"""Places that the routes pass through; a workspace knows more."""

PLACE_NAME: Final = re.compile(
    r".*\b(?:detention|removal|processing|reception|asylum) centre|.*\b(?:irc|cra|airport|port|harbour|beach"
    r"|prison|hotel|hostel|camp|coast)|(?:port|plage|aeroport|prison|hotel|camp|foyer|centre) d.*|plage .*"
)
"""What is a place by its last word, or by its first."""

AUTHORITY_NAME: Final = re.compile(
    r"(?:the |la |le |l')?(?:border force|home office|ukvi|immigration enforcement"
    r"|police(?: aux frontieres)?|paf|ofii|ofpra|prefecture.*|prefet.*|court of appeal|.* tribunal|.* court"
    r"|tribunal .*|cour .*|ministere .*|.* ministry|coastguard|rnli)"
)
"""Who decides and detains on the routes."""

OUTCOME: Final = re.compile(
    r"(?:negative|positive|granted|dismissed|allowed|withdrawn|upheld|pending|negatif|negative|positif|positive"
    r"|accordee?|rejetee?|alone|with (?:his|her|their) .*|seule?|aged [0-9]+)"
)
"""What says more about an event, and is no source."""

UNKNOWN_DAY: Final = re.compile(r"(?<!\S)\?(?=[\s,;]|$)")
"""A date that is not known, also behind other words."""

NOTE_DASH: Final = re.compile(r"(?<=\s)[-–—](?=\s)|^[-–—](?=\s)|—")
QUOTED: Final = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
