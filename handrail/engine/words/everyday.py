"""Everyday words that the pages need not hold: they are no misspelling of something else. Data, not code.

Without this list "lady" would be read as "lado" and "miles" as "files".
"""

_WORDS = """
able above absolutely across actual actually afford afraid again ages alone along already alright although always
angry another answer anybody anyone anything anywhere apart arm armed army arrive arse asked asleep aunty aware awful
baby back backed bag bags ball bang bank base based bath beach bean beat bedroom began behind believe below bench bent
bet big bike bill bin bird birthday bite bits black blame blamed bless blind block blood bloody blow blue board boat
body boil bone boring born boss bottom box brain brave bread bright bring broke brother brown bruise bruised buck
buddy builder bully burn burnt bus busy buy cake camp cannot car card cards cared careful caring cash cat catch caught
cause certain chain chance chat cheap cheek chips choice christmas church city clean cleaner clear clever clock close
closed cloth cloud coat coffee cold comb come cook cool cop corner cost couch cough count couple cousin cover crap
crash crazy cried cross crowd cry crying cup custom cut daft daily damn dance dark dead deaf deal dear death deep
depressed desk desperate died dinner dirt dirty disgusting divorced doctor doctors dog door doors doubt drag drank
draw dream dress drive driver drop drove drug drunk dry dumb dump dust early earn easier easily east easy eat edge
effort egg eight either else empty end enemy engaged enough entire escape even evening ever every everybody everyone
everything evil exam excited excuse exist extra eye eyes fact fair faith fake fall false far farm fast fat fault fear
feed feel fell felt few field fight fighting file fill find fine finger fire fired first fish fist fit five fix flat
flew floor flu fly folk follow food fool foot force forget forgot form forty forward foul found four free fresh fridge
frightened front fuck fucking full fun funny fuss game garden gas gate gay girl glad glass goal goes gold gone good
grab grade grand grass great green grew grip ground group grow guess guilty guy guys hair half hall hand hands handy
hang happy hard hardly harsh hate hated head heard heart heat heavy hell hello here hid hide high hill hire hit hold
hole holiday home honestly hope hopes horrible horse hot hotel hour house hubby huge hungry hurt husband ice idea
idiot ignore inside instead iron issue jail job jobs joke judge jump keen keep keeps key kick kicked kiss kit kitchen
knee knew knife knock knocked knows lack lad lads lady landlord lane large last late laugh laughing law lay lazy lead
leg lend less let liar lid lied lies life lift light line lips list lived liver load loan lock locked lonely long
looked lord lorry loss lots loud love loved lovely low luck lucky lunch mad main male man mark marks married mate
mates matter meal meat men mess message messages messy metal middle mile miles milk mind miss missed mobile moment
money month months mood moon morning mouse mouth move moved moving mud murder name nanny nappy nasty near nearly neck
needed needs neighbour nerve nervous never nice nick nicked night nine nobody noise none normal north nose note notes
nothing nowhere nowt nurse obvious odd offer often okay old older once one ones only onto open opened opinion ordered
other others outside oven own pack page pain paint pair paper parent park party pass passed past path pay peace phone
phoned photo pick piece pile pill pills pink piss pissed pizza place plain plane plate play please point pool poor
post posted pound pounds pour power pram pregnant press pretend pretty price pride prison promise proof proper proud
pub pull pulled punch punched push pushed put quick quiet quit quite race rain raise ran rang rare rather reach read
ready real reason red relax rent rental rented replies reply rest rich ride ridiculous right ring ringing rings rise
risk river road rob rock roof room rough round row rubbish rule run runs rush sack sacked sad safe said sale salt same
sand save saw scare scared school score scream screaming screams sea seat second secret see seem seen self sell
separated serious settle seven sex shaking shame share sharp shift shine shit shock shocking shoe shoes shop short
shot shout shouted shouting show shower shut sick sight silly simple since sing single sink sister sit site six size
skin sky slap slapped sleep slept slow smack smacked small smart smell smile smoke smoking snap snow soap sock sofa
soft sold sole someone song soon sore sorry sort soul sound soup south space spare speak speech speed spell spend
spent spit split spoke sport spot spy stage stairs stamp stand star stare start state stay steal steel steps stick
still stock stole stone stood stop store storm story strange street stress stressed strict strong stuck stuff stupid
suck sudden suffer sugar suit sum sun super suppose supposed sure swear sweet swore table take takes talk tall tape
taste tea teach tear tears teeth tell tells ten tent terrible terrified text texting texts thank thanks thick thin
think third thought threat threaten three threw throat throw tidy tie tight till time times tiny tired toast today
toilet tomorrow tongue tonight took tooth top touch tough tour tower town toy toys track train trap treat tree trick
tried trip trouble truck true trust truth try trying tune turn turned twice twin twins two ugly understand unfair
untrue upset use used useless usual van view visit voice vote wage wait waited waiting walk wall war warm wash waste
watch water wave weak wear weather weed week weekend weeks weight weird well went west wet white whole wide wife wild
wind window wine wise wish woke woman wonder wood word words wore work works world worn worse worst worth wound wrap
yard yeah year years yell yellow yes yesterday young yous zero
"""
EVERYDAY = frozenset(_WORDS.split())
