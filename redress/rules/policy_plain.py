"""The sentences of a policy as residents read them: every text that `policy_in_words` can say.

Texts in braces are places. They are held to a reading age by the tests, each by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from redress.rules.policy_choices import Body, Channel, Ground, Who

WHAT = "What a complaint is"
WHAT_IT_IS = (
    "A complaint is when you are not happy with something we did, or did not do.",
    "It can be about our staff, or about people who work for us.",
    "You do not need to use the word “complaint”.",
)
WHO = "Who can complain"
ANYONE = "You can complain if it affects you, your home or your group."
SOMEBODY_ELSE = "Someone else can complain for you, such as a friend, a helper or a councillor."
CONSENT = "We start at once. We ask you before we share your details with them."
CONSENT_FIRST = "We start at once. We need your signed yes before we share your details with them."
MEMBERS = (
    "If an MP or councillor writes for you, we leave private details out of our answer to them."
)
PETITION = ("You can complain as a group with a petition.",)
PETITION_CONTACT = "We ask the group for one person to talk to."
PETITION_MEETING = "We offer to meet the group."
HOW = "How to complain"
HOW_NAMED = "You can complain {ways}."
HOW_ANY = "You can also tell any member of our staff. They pass it on."
HOW_STAFF = "You can tell any member of our staff, in any way. They pass it on."
SOCIAL = "You can complain on social media. We then move to a private way to talk."
SOCIAL_MOVED = (
    "If you write to us on social media, we move to a private way to talk. Your time starts with "
    "your post."
)
NO_NAME = "You do not have to give your name. We look into it all the same."
NOT_TAKEN = "What we may not look into"
SOME_NOT = "There are a few things that we may not take as a complaint. They are listed here."
ONE_BY_ONE = "We look at each one by itself before we say no."
REFUSED = "If we say no, we write to you and say why. You can ask the Housing Ombudsman to check."
TIME_LIMIT = "Please tell us within {time} of when it happened, or of when you found out."
TIME_LIMITS = (
    "Our policy asks you to tell us within {time}. The Code gives you {code}, so we give you that."
)
TELL_US_ALL_THE_SAME = "If it was longer ago, tell us all the same. We always look at why."
BEFORE = "If you just want us to do something"
STEP = "Our policy has a step before a complaint. It is called “{name}”."
STEP_BESIDE = "Our policy has a way to sort things out that is not a complaint: {name}."
STEP_TIME = "We try to sort it out within {time}."
STEP_NOT_NEEDED = "You do not have to use it. Say that you are not happy, and it is a complaint."
REQUEST = "If you ask us to put something right, that is a request. It is not yet a complaint."
REQUEST_TIME = "We answer it within {time}."
REQUEST_UNHAPPY = "If you are not happy with how we deal with it, it is a complaint."
STAGE_1 = "Stage 1: we look into it"
STAGE_2 = "Stage 2: we look again"
DEFINITION = "We say what we think it is about. Tell us if we get it wrong."
CALL = "We ring you within {time}."
WHEN_KNOWN = (
    "We answer as soon as we know the answer. If work is still to do, we say what and by when."
)
COMMENT = "If we are going to say that you are wrong, we show you first. You can comment on it."
ASK_AGAIN = "If you are not happy with our answer, ask us to look again. Any way will do."
NO_REASON = "You do not have to say why."
NO_REASON_ASKED = "Our policy asks you why. You do not have to say."
WINDOW = "Please ask within {time} of our answer. If you ask later, we still look at it."
WINDOW_RECEIVED = (
    "Please ask within {time} of getting our answer. If you ask later, we still look at it."
)
BACK_FIRST = "We may try once more to put things right. Stage 2 starts all the same."
SOMEBODY_NEW = "Someone who took no part in the first answer looks at it."
MORE_TIME = "If we need longer"
LONGER = "We tell you before the time is up. We say why, and give you a new date."
LONGER_ALIKE = "We can take up to {time} more at each stage. It must be for a good reason."
LONGER_EACH = (
    "We can take up to {one} more at stage 1 and {two} more at stage 2. "
    "It must be for a good reason."
)
LONGER_AGREED = "We ask if you agree to the new date. We note what you say."
LONGER_OMBUDSMAN = "We tell you how to reach the Housing Ombudsman."
AFTER = "If you are still not happy"
OMBUDSMAN = "After stage 2 you can go to the Housing Ombudsman. It is free and is not part of us."
OMBUDSMAN_ANY_TIME = "You can ask the Housing Ombudsman for help at any time."
NO_WAIT = "Our policy speaks of a wait of 8 weeks. That has ended. You can go there at once."
HELP = "Putting things right, and help for you"
PUT_RIGHT = (
    "If we got it wrong, we say sorry and say what went wrong.",
    "We say what we will do to put it right, and by when.",
)
MEDIATION = "We can ask someone from outside to help us agree. This is called mediation."
NEEDS = (
    "Tell us if you need large print, another language or other help.",
    "You can bring someone with you when we meet.",
)
BEHAVIOUR = "If someone is rude or abusive"
MAY_LIMIT = "We may limit how someone gets in touch with us."
WARNED = "We warn them first, unless someone is at risk. We say why, and for how long."
GOES_ON = "We still look into their complaint, and the time does not stop."
NEVER_STOPPED = "Our policy says more than this. The Code does not allow it, so we do not do it."

WAYS: Mapping[Channel, str] = {
    Channel.WEB: "on our website",
    Channel.PHONE: "by phone",
    Channel.LETTER: "by letter",
    Channel.EMAIL: "by email",
    Channel.IN_PERSON: "in person",
    Channel.SOCIAL_MEDIA: "on social media",
    Channel.TEXT: "by text message",
}
GROUNDS: Mapping[Ground, str] = {
    Ground.CLAIM_FILED: "A claim about it is at court.",
    Ground.PROCEEDINGS_STARTED: "A claim about it is at court.",
    Ground.ALREADY_CONSIDERED: "We have answered a complaint about it before.",
    Ground.FIRST_REQUEST: "You have not asked us to put it right yet.",
    Ground.NOT_OUR_SERVICE: "It is about a service that is not ours.",
    Ground.BETWEEN_RESIDENTS: (
        "It is between you and a neighbour. How we dealt with it is a complaint."
    ),
    Ground.LETTER_BEFORE_CLAIM: (
        "A lawyer has written to us. This alone is not enough for us to say no."
    ),
    Ground.PROCEEDINGS_OR_INVESTIGATION: (
        "A court case or an inquiry is going on. Only a claim at court is enough for us to say no."
    ),
    Ground.CONSIDERED_ELSEWHERE: "It was settled by an appeal or in another way.",
    Ground.SERVICE_CHARGE: "It is about how much a service charge is. A tribunal decides that.",
    Ground.REPAIR_IN_TARGET: "The repair was done on time, and done well.",
    Ground.COMPENSATED: "We have paid you money for it.",
    Ground.RENT: "It is about a rent rise.",
    Ground.INSURANCE: "It is a claim on our insurance.",
    Ground.ACT_OF_GOD: "A storm, a flood or a fire did it, and no one could have known.",
    Ground.VEXATIOUS: "It is meant to annoy us and nothing else. We check this with care.",
    Ground.CONSULTATION: "It is for another public process that asks people what they think.",
    Ground.ANTISOCIAL_BEHAVIOUR: (
        "It is a report of bad behaviour near your home. How we dealt with it is a complaint."
    ),
    Ground.DATA_PROTECTION: "It is about your data. Another body can look at that.",
    Ground.DIRECTOR: "It is about a director. Other people look at that.",
    Ground.STAFF_DISCIPLINE: (
        "It asks us to punish a member of staff. What they did is a complaint."
    ),
    Ground.INTERNAL: "It comes from our own staff, about their work.",
}
PEOPLE: Mapping[Who, str] = {
    Who.SERVICE_AREA: "the team whose work it is about",
    Who.SERVICE_COMPLAINED_ABOUT: "the team whose work it is about",
    Who.MANAGER: "a manager",
    Who.TEAM_LEADER_OR_MANAGER: "a team leader or manager",
    Who.HEAD_OF_SERVICE: "a head of service",
    Who.SENIOR_MANAGER: "a senior manager",
    Who.COMPLAINTS_TEAM: "our complaints team",
    Who.DIRECTOR: "a director",
    Who.COUNCIL: "the council, which owns the homes",
    Who.CHIEF_EXECUTIVE: "the chief executive",
    Who.ANOTHER_PERSON: "someone else",
}
BODIES: Mapping[Body, str] = {
    Body.LGSCO: (
        "For the housing list, homelessness or Right to Buy: the Local Government and Social Care "
        "Ombudsman."
    ),
    Body.FIRST_TIER_TRIBUNAL: (
        "For how much a service charge is: the First-tier Tribunal (Property Chamber)."
    ),
}


@dataclass(frozen=True)
class OfStage:
    """What is said of each stage in words of its own."""

    acknowledge: str
    by: str
    respond: str
    respond_at_once: str  # where the days count from the complaint itself


FIRST = OfStage(
    acknowledge="We write to you within {time} of your complaint.",
    by="It is looked into by {who}.",
    respond="We answer within {time} of our first letter.",
    respond_at_once="We answer within {time} of your complaint.",
)
SECOND = OfStage(
    acknowledge="We write to you within {time} of your request.",
    by="It is looked into by {who}.",
    respond="We answer within {time} of our first letter.",
    respond_at_once="We answer within {time} of your request.",
)
