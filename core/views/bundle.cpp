// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/bundle.h"

#include "core/references/referencejson.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr auto referencePrefix = "reference:"_L1;

/// Takes the value, or notes what is wrong.
template<class T, class Take>
void take(Bundle &bundle, const Result<T> &value, const Take &keep)
{
    if (value)
        keep(*value);
    else
        bundle.problems << value.error().sentence();
}

} // namespace

std::vector<ArchiveAttachment> attachmentsOf(const Bundle &bundle)
{
    std::vector<ArchiveAttachment> attachments;
    if (bundle.view)
        attachments.push_back({u"view"_s, viewJson(*bundle.view)});
    for (const auto &[id, orbit] : bundle.references)
        attachments.push_back({referencePrefix + id, referenceJson(orbit)});
    if (!bundle.golden.isEmpty())
        attachments.push_back({u"golden"_s, bundle.golden.toUtf8()});
    if (!bundle.vetoes.empty())
        attachments.push_back({u"vetoes"_s, vetoJson(bundle.vetoes)});
    if (!bundle.annotations.empty())
        attachments.push_back({u"annotations"_s, annotationJson(bundle.annotations)});
    return attachments;
}

Result<Bundle> readBundle(const QString &path)
{
    const auto attachments = archiveAttachments(path);
    if (!attachments)
        return attachments.error();
    Bundle bundle;
    for (const auto &[name, content] : *attachments) {
        const QString origin = u"%1 of %2"_s.arg(name, path);
        if (name == "view"_L1)
            take(bundle, parseView(content, origin), [&](const View &view) { bundle.view = view; });
        else if (name == "vetoes"_L1)
            take(bundle, parseVetoes(content, origin), [&](const VetoList &vetoes) { bundle.vetoes = vetoes; });
        else if (name == "annotations"_L1)
            take(bundle, parseAnnotations(content, origin),
                 [&](const AnnotationList &annotations) { bundle.annotations = annotations; });
        else if (name == "golden"_L1)
            bundle.golden = QString::fromUtf8(content.left(200));
        else if (name.startsWith(referencePrefix))
            take(bundle, parseReferenceJson(content, origin), [&bundle, name = name](const ReferenceOrbit &orbit) {
                bundle.references[name.mid(referencePrefix.size())] = orbit;
            });
    }
    return bundle;
}

} // namespace cbpm
