"""Which names does GOV.UK's search know? Any other in a query is refused."""

PLAIN = {"q", "start", "count", "order", "fields", "suggest", "c", "debug", "similar_to"}
FILTERS = {
    "organisations",
    "content_store_document_type",
    "content_purpose_supergroup",
    "content_purpose_subgroup",
    "content_purpose_document_supertype",
    "content_id",
    "display_type",
    "document_type",
    "format",
    "is_withdrawn",
    "is_historic",
    "is_political",
    "link",
    "part_of_taxonomy_tree",
    "people",
    "policy_areas",
    "primary_publishing_organisation",
    "public_timestamp",
    "roles",
    "slug",
    "taxons",
    "topical_events",
    "world_locations",
}
SORTS = {
    "public_timestamp",
    "closing_date",
    "title",
    "start_date",
    "end_date",
    "ordering",
    "assessment_date",
    "popularity",
    "release_timestamp",
    "tribunal_decision_decision_date",
}
DEFAULT_FIELDS = (
    "description",
    "display_type",
    "document_series",
    "format",
    "link",
    "organisations",
    "public_timestamp",
    "slug",
    "title",
    "policy_areas",
    "world_locations",
    "topical_events",
    "organisation_content_ids",
    "expanded_organisations",
)
FIELDS = {
    *DEFAULT_FIELDS,
    *FILTERS,
    "attachments",
    "expanded_topics",
    "first_published_at",
    "has_command_paper",
    "has_official_document",
    "indexable_content",
    "latest_change_note",
    "superseding_organisations",
    "updated_at",
}
GROUPS = {
    "news_and_communications": "news_story press_release government_response speech oral_statement "
    "written_statement authored_article correspondence",
    "policy_and_engagement": "policy_paper impact_assessment case_study open_consultation closed_consultation "
    "consultation_outcome consultation",
    "research_and_statistics": "independent_report research official_statistics national_statistics",
    "transparency": "transparency foi_release corporate_report",
    "guidance_and_regulation": "guidance statutory_guidance detailed_guide regulation document_collection "
    "html_publication",
}
SUPERGROUP = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}
