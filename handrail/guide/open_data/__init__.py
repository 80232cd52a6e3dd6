"""The whole map as open data: JSON under /api/v1/, its schemas, an OpenAPI description, and one file to download.

Nothing here is about a person: it is what content/ says, and anybody may read it from anywhere (docs/decisions/013-open-data.md).
"""

ROOT = "/api/v1/"
FORMAT = "handrail-open-data-1"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = "Handrail contributors"
