"""What people really type: plain questions, fear, slang, slips of the finger, one word, and another nation's words."""

QUERIES = (
    "What is a child protection conference?", "What is an interim care order?", "when do i get a lawyer", "the ss took my kids",
    "can i record the meeting", "socal servises came to my door", "omsbudman", "section 47", "they did not send me the minutes",
    "how long do i have to complain to the ombudsman", "grandparent rights", "childrens hearing in glasgow",
    "my ex hits me and they say i must leave him or lose the children", "What does the social worker do?", "who can I trust",
    "i am worried about a child next door", "do i have to let them in", "can they talk to my child at school without me",
    "social worker wants to see my child alone", "what happens after the conference", "how do i get my kids back", "signed section 20 can i take it back",
    "police took my baby", "they want to do a parenting assesment", "pre birth assessment", "will they take my baby when its born",
    "letter before proceedings what do i do", "plo meeting", "legal aid care proceedings", "i cant afford a solicitor", "cafcass lied in report",
    "guardian", "what is a lac review", "contact stopped", "how often can i see my son in care", "change of social worker",
    "social worker never visits", "social worker rude to me", "complaint not answered", "stage 2 complaint time limit",
    "they refused my complaint because of court",
    "subject access request how long", "they wrote lies about me in the report", "ask for my files", "icpc", "core group", "chlid protection plan how long",
    "deregistered", "special guardianship allowance", "kinship care money", "adoption without my consent", "appeal care order", "how long does court take",
    "26 weeks", "fostering my grandson", "leaving care help with rent", "personal adviser", "im 17 and in care", "ehcp late", "domestic abuse help",
    "interpreter polish", "i have a learning disability and dont understand", "can i bring a friend to the meeting",
    "they dropped my grandkids at mine with a bag of clothes and i havent had a penny since, what am i meant to do",
    "i told my teacher what happens at home and now theres a social worker", "autistic son hits me every night and nobody helps",
    "MASH", "PA", "fii", "my foster dad hits me", "court friday no solicitor and nobody picks up the phone",
)
