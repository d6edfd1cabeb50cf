"""The landlord's policy: its versions, and a new one as a draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import policies as kept
from redress.cases.book import versions
from redress.rules.access import may_administer
from redress.rules.policy_files import MOST_BYTES, PolicyError
from redress.web.forms import Files, Form
from redress.web.pages import Visit, page


class UploadForm(Form):
    """One policy file."""

    file = Files("Policy file", optional=False, missing="Choose a policy file")


@page(needs=may_administer, posts=True)
def policies(visit: Visit) -> HttpResponse:
    """All versions, and the form for a new one."""
    posted = visit.request.method == "POST"
    form = UploadForm(visit.request.POST, visit.request.FILES) if posted else UploadForm()
    if posted and form.is_valid():
        try:
            content = form.cleaned_data["file"][0].read(MOST_BYTES + 1)
            row = kept.upload(visit.landlord, visit.actor, content, visit.now)
        except PolicyError as error:
            for fault in error.faults:
                form.add_error("file", fault)
        else:
            messages.success(visit.request, "It is a draft. Nothing changes until you publish it.")
            return redirect("policy", visit.landlord.slug, row.pk)
    given = kept.listed(visit.landlord)
    known = {row.starts for row in given if row.published_at}
    packaged = [each for each in versions(visit.landlord) if each.starts not in known]
    return visit.render("administration/policies.html", form=form, given=given, packaged=packaged)
