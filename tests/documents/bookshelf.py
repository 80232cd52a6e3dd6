"""A small made-up book: every element that pages are made of, and links that lead where they should and where they do not."""

from handrail.documents.book import Book, Chapter, Leaf

BODY = (
    '<p class="lead">Words &amp; <strong>more</strong> <em>words</em>.</p>'
    '<h3 id="stages-one--what">What it is</h3><div><p>See <a href="#terms-two">the term</a>, <a href="#terms-two--part">its part</a>, '
    '<a href="#nowhere">nothing</a> or <a href="https://example.org/">the web</a>.</p></div>'
    '<ul><li>First<ul><li>Deeper</li></ul></li><li>Second</li></ul><ol><li>One</li></ol>'
    '<section class="landing"><h4>Do</h4><ul class="ticks"><li>Tick</li></ul></section>'
    '<dl class="facts"><div><dt>Who</dt><dd>They</dd></div><dt>When</dt><dd><p>Now</p></dd></dl>'
    '<table class="cards"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    '<p class="marks"><span class="mark confirmed">Confirmed</span></p>'
)
TERM = '<p id="terms-two--part">A term. It is “quoted” – and é.</p>'
BOOK = Book(
    "urn:handrail:test:1", "Handrail", "A made-up book", "en-gb", "1", "2026-11-24", ("Information, not advice.",),
    {"contents": "What is in it", "leave": "Leave quickly"}, "https://example.org/weather",
    (
        Chapter("stages", "The way", "Stage by stage.", (Leaf("stages-one", "First & only", BODY),)),
        Chapter("words", "Words explained", "", (Leaf("terms-two", "Two", TERM),)),
    ),
)
