"""Which fields of a page of GOV.UK does no reader see? All others are text.

The name of a field decides. Its value is asked only where the name is unknown, or where a setting holds a sentence.
"""

import re


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = ("title", "heading", "name", "label", "number", "value", "text", "content")
"""What stands before the rest within one block, however its fields are sorted."""
_UNSEEN = _names("""
tags government data_attributes breadcrumbs social_media_links national_applicability brand crest acronym theme
formatted_title slug rel id ids uuid guid url urls href path base_path src srcset filename content_id internal_name
notes_for_editors department_analytics_profile start_button_text emphasised_organisations featured_attachments synonyms
ordered_corporate_information_pages organisation_featuring_priority facets filter reject sort default_order
document_noun format_name service_tiers isbn unique_reference hoc_paper_number command_paper_number delivered_on
first_public_at public_timestamp first_published_version credit
political organisation_political foi_exempt bulk_published
""")
"""Settings whatever they hold. Here too: links to standing pages, the fields of a search form, numbers of papers, who
took a picture, and the days on which a page was put out, which are a document's own."""
_FILES = _names("""
documents final_outcome_documents public_feedback_documents outcome_documents outcome_attachments
""")
"""Lists of ids, or of files drawn as HTML, which are told as attachments: anything else in them is text."""
_SETTINGS = _names("""
type style kind format layout variant template view component icon css class classes colour color background align
alignment position order ordering index weight heading_level size width height columns column_count col span
offset per_page start_page locale language lang dir key code hash checksum digest token etag schema
mime extension file_size number_of_pages seniority latitude longitude lat lng email method timestamp updated_at
published_at created_at edited_at scheduled_at reviewed_at publishing_app rendering_app anchor fragment redirect
reading_age max_cache_time x y
""")
"""Settings where they hold a word, a number or a date: a sentence in them is text, and so is what lies within."""
_SETTING_ENDINGS = (
    "_id", "_ids", "_url", "_urls", "_uri", "_path", "_paths", "_href", "_src", "_link", "_type", "_types", "_kind",
    "_slug", "_slugs", "_code", "_codes", "_node", "_style", "_variant", "_layout", "_theme", "_class", "_classes",
    "_colour", "_color", "_position", "_alignment", "_size", "_width", "_height", "_order", "_index", "_file",
    "_email", "_locale", "_language", "_identifier", "_key", "_keys", "_hash", "_token", "_icon", "_updated_at",
    "_published_at", "_created_at", "_edited_at", "_scheduled_at", "_reviewed_at", "_timestamp",
)  # fmt: skip
_UNSEEN_STARTS = ("ga4_", "ga_", "hidden_", "analytics", "data_module")
_COUNTING = _names("level version page limit depth")
"""Settings where they hold a number; a word in them is text."""
_NAMES_OF_CODE = re.compile(r"\A(?:app|class|component|css|event|field|file|icon|layout|module|schema|template)_name\Z")
_OF_TEXT = _names("""
title heading name label number value text content
body summary description note notes message quote cite caption alt html answer question detail details
explanation reason paragraph paragraphs introduction subtitle subheading headline statement
""")
_OF_STATES = _names("""
state states status statuses rating rag progress stage outcome confidence verdict risk impact completion delivered
delivery result decision grade score health trend
""")
_OF_DATES = _names("date day deadline due when by on start end starts ends from until month year")
_OF_FACTS = _OF_STATES | _OF_DATES
_PICTURES = _names("image images logo picture photo")
_OF_ROWS = _names("row cells cols columns values record head header headings")
_LAYOUT = _names("""
primary secondary tertiary left right center centre middle top bottom small large xs sm md lg xl two-thirds one-third
default auto inherit inline block grid flex landscape portrait dark light true false null h1 h2 h3 h4 h5 h6 utf-8
""")
_UNREADABLE = re.compile(
    r"""(?:\w+:)?//\S* | [/#?.]\S* | mailto:\S* | [^\s@]+@[^\s@]+ | \d+(?:\.\d+)?(?:px|r?em|vw|vh)
    | (?:application|audio|font|image|multipart|text|video)/\S+ | [0-9a-f-]{16,} | [\w/-]+(?:\.[a-z][a-z0-9]{1,4})+
    | _[a-z]+ | [^\W_]+(?:[-_][^\W_]+){3,}""",
    re.VERBOSE | re.IGNORECASE,
)
"""What no reader is shown by itself: addresses, types of files, colours, lengths, hashes, names of files, slugs."""
_LONGEST_WORD = 200
_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[.,;:!?]?(?!\S)")
_FEWEST = 4
"""Words in a row of words that no setting has."""


def plainly(name: str) -> str:
    """Return the name of a field as GOV.UK writes names: “targetDate” and “target-date” are “target_date”."""
    return name if " " in name else re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.replace("-", "_")).lower()


def unseen(name: str, value: object) -> bool:
    """Return whether nothing of a field is seen, whatever it holds."""
    if name in _FILES:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return name in _UNSEEN or name.startswith(_UNSEEN_STARTS)


def of_text(name: str) -> bool:
    """Return whether a field is one of text by its name, so that a single word counts too."""
    return name.rpartition("_")[2] in _OF_TEXT


def of_facts(name: str) -> bool:
    """Return whether a field is one of states or dates by its name, or has a name for people, as a row has."""
    return " " in name or name.rpartition("_")[2] in _OF_FACTS


def of_date(words: str) -> bool:
    """Return whether a field is one of dates by its name in words."""
    return words.rpartition(" ")[2] in _OF_DATES


def of_row(name: str) -> bool:
    """Return whether what a field lists are the cells of one row."""
    return name in _OF_ROWS


def of_picture(name: str) -> bool:
    """Return whether what a field holds is a picture: nothing of it is text but the words beside it."""
    return name in _PICTURES


def setting(name: str, said: str) -> bool:
    """Return whether what a field says is a setting of the page: by its name, or by both if the name is unknown."""
    if name in _SETTINGS or name.endswith(_SETTING_ENDINGS) or _NAMES_OF_CODE.match(name):
        return not sentence(said)
    if name in _COUNTING:
        return said.isdecimal()
    if of_text(name):
        return False
    if of_facts(name):
        return said.startswith(("https://", "http://", "mailto:", "/"))
    if len(said) > _LONGEST_WORD:
        return said.isascii() and len(said.split(None, 1)) < 2
    return said.casefold() in _LAYOUT or bool(_UNREADABLE.fullmatch(said))


def sentence(said: str) -> bool:
    """Return whether a text has as many words as no setting has."""
    return len(_WORD.findall(said[:2000])) >= _FEWEST
